import { event, stage } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Mediation can end without agreement, and then it goes on. */
export const mediationCanFail: Rule = {
  id: '10003/7.5.1-A',
  clause: '10003/7.5.1',
  appliesTo: ['dispute'],
  class: 'definition',
  property: available(event('no-settlement'), stage('facilitative')),
};
