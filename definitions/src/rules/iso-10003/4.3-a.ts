import { and, deadline, fromWait, lapses, not, stays, waits } from '../../check/predicate.ts';
import { all, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Our own steps have deadlines, and something happens when they pass, whatever conditions answer. */
export const ourOwnStepsHaveDeadlines: Rule = {
  id: '10003/4.3-A',
  clause: '10003/4.3',
  appliesTo: ['dispute'],
  class: 'definition',
  property: both(all(waits('organisation'), deadline), all(and(lapses, fromWait('organisation')), not(stays))),
};
