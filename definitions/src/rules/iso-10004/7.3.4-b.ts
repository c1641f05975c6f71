import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** There are enough answers, from all groups of customers. */
export const answersSuffice: Rule = {
  id: '10004/7.3.4-B',
  clause: '10004/7.3.4',
  appliesTo: ['satisfaction'],
  class: 'records',
  property: measured,
};
