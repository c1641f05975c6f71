import { and, fromStage, outcome, tells, to } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** “Not for us” is said at the start only, and with reasons. */
export const misdirectedOnlyAtTheStart: Rule = {
  id: '10002/7.9-J',
  clause: '10002/7.9',
  appliesTo: ['complaint'],
  class: 'definition',
  property: all(to(outcome('misdirected')), and(fromStage('receipt', 'initial-assessment'), tells('complainant', 'reasons'))),
};
