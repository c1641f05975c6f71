import { or, overdue, reported, targetTells } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** One role answers for each step, and when its deadline passes somebody above hears of it, or the complainant. */
export const delayIsReported: Rule = {
  id: '10002/4.12-A',
  clause: '10002/4.12',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: all(overdue, or(reported, targetTells('complainant'))),
};
