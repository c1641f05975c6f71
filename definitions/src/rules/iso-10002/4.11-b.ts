import { and, event, openTo, resting } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The complainant can withdraw at any time, in a sub-procedure too. */
export const complaintsCanBeWithdrawn: Rule = {
  id: '10002/4.11-B',
  clause: '10002/4.11',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: available(and(event('withdraw', 'child-withdrawn'), openTo('complainant')), resting),
};
