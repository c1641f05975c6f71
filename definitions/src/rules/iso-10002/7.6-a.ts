import { stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Nobody decides without looking into the matter. */
export const investigatedBeforeDecision: Rule = {
  id: '10002/7.6-A',
  clause: '10002/7.6',
  appliesTo: ['complaint'],
  class: 'definition',
  property: before(stage('investigation'), stage('decision')),
};
