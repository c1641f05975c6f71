import { event, outcome, to } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** “Withdraw” does what it says. */
export const withdrawingEndsTheCase: Rule = {
  id: '10002/4.11-C',
  clause: '10002/4.11',
  appliesTo: ['complaint', 'escalation', 'dispute'],
  class: 'definition',
  property: all(event('withdraw'), to(outcome('withdrawn'))),
};
