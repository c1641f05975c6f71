import { and, event, tells } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** When we refuse a recommendation, the outside body and the complainant hear why. */
export const ourRefusalIsReasoned: Rule = {
  id: '10003/7.5.4-A',
  clause: '10003/7.5.4',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(event('org-reject'), and(tells('complainant', 'reasons'), tells('provider', 'reasons'))),
};
