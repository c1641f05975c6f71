import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What they say is used: score, share of answers, trend, and the way into measuring satisfaction. */
export const answersAreUsed: Rule = {
  id: '10002/8.3-B',
  clause: '10002/8.3',
  appliesTo: ['complaint'],
  class: 'records',
  property: measured,
};
