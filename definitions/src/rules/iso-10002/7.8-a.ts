import { and, not, stage, tells } from '../../check/predicate.ts';
import { after } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Each decision, and each failure to decide, reaches the complainant. */
export const theDecisionIsHeard: Rule = {
  id: '10002/7.8-A',
  clause: '10002/7.8',
  appliesTo: ['complaint'],
  class: 'definition',
  property: after(stage('decision'), and(tells('complainant', 'decision'), not(stage('decision')))),
};
