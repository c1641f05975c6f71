import { live } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A case can always still be finished. That the complainant may withdraw is no way out: otherwise nothing could ever be a trap. */
export const everyCaseCanEnd: Rule = {
  id: 'S-1',
  appliesTo: ['complaint', 'escalation', 'dispute', 'code', 'satisfaction', 'general'],
  class: 'definition',
  property: live,
};
