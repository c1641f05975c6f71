import { stage } from '../../check/predicate.ts';
import { reach } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Who is not satisfied can have the decision reviewed inside. */
export const reviewIsAnOption: Rule = {
  id: '10002/7.9-G',
  clause: '10002/7.9',
  appliesTo: ['complaint'],
  class: 'definition',
  property: reach(stage('internal-review')),
};
