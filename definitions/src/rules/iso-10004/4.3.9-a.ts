import { privacy } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Who gave which answer is seen only by those who are named. */
export const answersAreConfidential: Rule = {
  id: '10004/4.3.9-A',
  clause: '10004/4.3.9',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: privacy,
};
