import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What is told is right and current: each letter has an owner and a day of review, corrections are counted. */
export const lettersStayRight: Rule = {
  id: '10002/4.9-B',
  clause: '10002/4.9',
  appliesTo: ['complaint'],
  class: 'records',
  property: measured,
};
