import { contract } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A step that says what it is for does the least that its purpose asks; a tag that proves nothing is a finding itself. */
export const purposesAreFulfilled: Rule = {
  id: 'S-6',
  appliesTo: ['complaint', 'escalation', 'dispute', 'code', 'satisfaction', 'general'],
  class: 'definition',
  property: contract,
};
