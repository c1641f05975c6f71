import { deadline, lapses, not, resting, stays } from '../../check/predicate.ts';
import { all, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Each wait has a deadline, and a way on when it has passed, whatever conditions answer. */
export const everyWaitHasADeadline: Rule = {
  id: '10002/4.15-A',
  clause: '10002/4.15',
  appliesTo: ['complaint', 'escalation', 'dispute', 'code', 'satisfaction'],
  class: 'definition',
  property: both(all(resting, deadline), all(lapses, not(stays))),
};
