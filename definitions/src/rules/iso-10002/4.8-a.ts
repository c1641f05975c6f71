import { any, noCharge } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Nothing in the handling of a complaint costs the complainant money. */
export const complainingIsFree: Rule = {
  id: '10002/4.8-A',
  clause: '10002/4.8',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: all(any, noCharge),
};
