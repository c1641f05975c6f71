import { and, end, event, fromStage, not, or, stays, to } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What follows a closing step is the end; a reminder leads nowhere. To open a case again is an act of its own. */
export const closingLeadsToTheEnd: Rule = {
  id: 'S-8',
  appliesTo: ['complaint', 'dispute'],
  class: 'definition',
  property: all(and(fromStage('closure'), not(or(event('status-request', 'add-info', 'withdraw', 'reopen'), stays))), to(end)),
};
