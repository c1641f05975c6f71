import { event, stage } from '../../check/predicate.ts';
import { neverAfter } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** After a refusal no method follows. */
export const aRefusalIsRespected: Rule = {
  id: '10003/4.6-F',
  clause: '10003/4.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: neverAfter(event('decline'), stage('screening', 'facilitative', 'advisory', 'determinative', 'implementation')),
};
