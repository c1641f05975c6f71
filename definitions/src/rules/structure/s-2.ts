import { noDead } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Each step can be reached by some case. */
export const everyStepIsReached: Rule = {
  id: 'S-2',
  appliesTo: ['complaint', 'escalation', 'dispute', 'code', 'satisfaction', 'general'],
  class: 'definition',
  property: noDead,
};
