import { and, event, targetTells } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A recommendation or a decision has reasons, and both parties get them: with it, or as the step begins that it leads to. */
export const resultsAreReasonedToBoth: Rule = {
  id: '10003/4.9-D',
  clause: '10003/4.9',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(event('recommendation', 'decision'), and(targetTells('complainant', 'reasons'), targetTells('organisation', 'reasons'))),
};
