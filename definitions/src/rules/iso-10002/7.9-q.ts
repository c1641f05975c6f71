import { endedBy, event, or, outcome, to } from '../../check/predicate.ts';
import { all, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** In a review, yes ends it as resolved, and going outside as unresolved: the procedure around it counts on that. */
export const answersEndTheReviewRightly: Rule = {
  id: '10002/7.9-Q',
  clause: '10002/7.9',
  appliesTo: ['escalation'],
  class: 'definition',
  property: both(
    all(or(event('accept'), endedBy('accept', 'complainant')), to(outcome('resolved'))),
    all(event('go-external'), to(outcome('unresolved'))),
  ),
};
