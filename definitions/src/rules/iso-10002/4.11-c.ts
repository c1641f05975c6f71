import { endedBy, event, or, outcome, to } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** “Withdraw” does what it says, also in a procedure that this one starts. */
export const withdrawingEndsTheCase: Rule = {
  id: '10002/4.11-C',
  clause: '10002/4.11',
  appliesTo: ['complaint', 'escalation', 'dispute'],
  class: 'definition',
  property: all(or(event('withdraw'), endedBy('withdraw', 'complainant')), to(outcome('withdrawn'))),
};
