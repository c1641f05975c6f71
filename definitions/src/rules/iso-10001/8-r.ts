import { and, outcome, stage, tells } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Before a code ends customers hear of it, and of the promises that are still open. */
export const theCodeDoesNotEndSilently: Rule = {
  id: '10001/8-R',
  clause: '10001/8',
  appliesTo: ['code'],
  class: 'definition',
  property: before(and(stage('retire'), tells('customer', 'open-promises')), outcome('retired')),
};
