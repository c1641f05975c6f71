import { stage } from '../../check/predicate.ts';
import { after } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What was collected is evaluated, in each round. */
export const everyRoundIsEvaluated: Rule = {
  id: '10001/8.2-A',
  clause: '10001/8.2',
  appliesTo: ['code'],
  class: 'definition',
  property: after(stage('collection'), stage('performance-evaluation')),
};
