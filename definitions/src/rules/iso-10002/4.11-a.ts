import { and, event, openTo, resting } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The complainant can add facts as long as the case is open. */
export const factsCanBeAdded: Rule = {
  id: '10002/4.11-A',
  clause: '10002/4.11',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: available(and(event('add-info'), openTo('complainant')), resting),
};
