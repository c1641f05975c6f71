import { stage } from '../../check/predicate.ts';
import { after } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** After an investigation somebody decides. */
export const investigationLeadsToDecision: Rule = {
  id: '10002/7.7-A',
  clause: '10002/7.7',
  appliesTo: ['complaint'],
  class: 'definition',
  property: after(stage('investigation'), stage('decision')),
};
