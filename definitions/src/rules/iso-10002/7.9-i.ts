import { and, by, event, outcome, to } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** “Withdrawn” takes the complainant’s own act, never a time-out or a click of staff. */
export const onlyTheComplainantWithdraws: Rule = {
  id: '10002/7.9-I',
  clause: '10002/7.9',
  appliesTo: ['complaint', 'escalation', 'dispute'],
  class: 'definition',
  property: all(to(outcome('withdrawn')), and(event('withdraw', 'child-withdrawn'), by('complainant'))),
};
