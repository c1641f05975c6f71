import { and, event, openTo, resting } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** At any time the complainant can ask how the case stands. */
export const statusCanBeAsked: Rule = {
  id: '10002/7.3-A',
  clause: '10002/7.3',
  appliesTo: ['complaint', 'escalation', 'dispute'],
  class: 'definition',
  property: available(and(event('status-request'), openTo('complainant')), resting),
};
