import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Questions are understood, and the core of them stays the same over the rounds. */
export const roundsCanBeCompared: Rule = {
  id: '10004/4.3.13-B',
  clause: '10004/4.3.13',
  appliesTo: ['satisfaction'],
  class: 'records',
  property: measured,
};
