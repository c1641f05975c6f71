import { done, outcome } from '../../check/predicate.ts';
import { every } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A deadline that has passed is not done: somebody reports it. */
export const doneIsReportedBySomebody: Rule = {
  id: '10003/7.6-G',
  clause: '10003/7.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: every(done('implementation'), outcome('resolved')),
};
