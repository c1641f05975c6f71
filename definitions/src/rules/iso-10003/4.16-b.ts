import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What disputes teach is used: closed files have a lesson and something that was done. */
export const lessonsAreUsed: Rule = {
  id: '10003/4.16-B',
  clause: '10003/4.16',
  appliesTo: ['dispute'],
  class: 'records',
  property: measured,
};
