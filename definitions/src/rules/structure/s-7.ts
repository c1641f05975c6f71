import { childTime } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A step that waits for a sub-procedure waits at least as long as that one can take in the worst case. */
export const subProceduresHaveTheirTime: Rule = {
  id: 'S-7',
  appliesTo: ['complaint', 'escalation', 'dispute', 'code', 'satisfaction', 'general'],
  class: 'definition',
  property: childTime,
};
