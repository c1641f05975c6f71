import { and, by, event, fromStage, or, outcome } from '../../check/predicate.ts';
import { every } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** “Resolved” takes an act of the complainant, or a result from outside: silence is none. */
export const resolvedNeedsAYes: Rule = {
  id: '10002/7.9-B',
  clause: '10002/7.9',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: every(
    or(and(event('accept', 'satisfied'), by('complainant')), and(event('resolved'), fromStage('external'))),
    outcome('resolved'),
  ),
};
