import { stage } from '../../check/predicate.ts';
import { reach } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Where safety or health is at stake there is a fast path. */
export const urgentMattersHaveAFastPath: Rule = {
  id: '10002/7.5-C',
  clause: '10002/7.5',
  appliesTo: ['complaint'],
  class: 'definition',
  property: reach(stage('interim-remedy')),
};
