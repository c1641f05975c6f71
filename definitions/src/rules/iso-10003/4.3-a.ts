import { deadline, waits } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Our own steps have deadlines, and something happens when they pass. */
export const ourOwnStepsHaveDeadlines: Rule = {
  id: '10003/4.3-A',
  clause: '10003/4.3',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(waits('organisation'), deadline),
};
