import { declares } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Records are kept for a set time. */
export const keepingHasATime: Rule = {
  id: '10002/8.1-A',
  clause: '10002/8.1',
  appliesTo: ['complaint', 'escalation', 'dispute', 'code', 'satisfaction'],
  class: 'definition',
  property: declares('retention'),
};
