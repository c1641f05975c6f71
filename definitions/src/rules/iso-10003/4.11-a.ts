import { deadline, lapses, not, resting, stays } from '../../check/predicate.ts';
import { all, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Each wait is limited, whoever it waits for. */
export const everyWaitInADisputeIsLimited: Rule = {
  id: '10003/4.11-A',
  clause: '10003/4.11',
  appliesTo: ['dispute'],
  class: 'definition',
  property: both(all(resting, deadline), all(lapses, not(stays))),
};
