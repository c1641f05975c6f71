import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Closed cases have all their records, they can be found, and nobody has changed them. */
export const recordsAreComplete: Rule = {
  id: '10002/8.1-B',
  clause: '10002/8.1',
  appliesTo: ['complaint', 'escalation'],
  class: 'records',
  property: measured,
};
