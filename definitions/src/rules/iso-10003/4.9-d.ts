import { and, event, tells } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A recommendation or a decision has reasons, and both parties get them. */
export const resultsAreReasonedToBoth: Rule = {
  id: '10003/4.9-D',
  clause: '10003/4.9',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(event('recommendation', 'decision'), and(tells('complainant', 'reasons'), tells('organisation', 'reasons'))),
};
