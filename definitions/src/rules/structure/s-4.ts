import { loops } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Every circle is bounded by `maxVisits`, but for the one through the home of a recurring procedure. */
export const nobodyIsSentRoundForEver: Rule = {
  id: 'S-4',
  appliesTo: ['complaint', 'escalation', 'dispute', 'code', 'satisfaction', 'general'],
  class: 'definition',
  property: loops,
};
