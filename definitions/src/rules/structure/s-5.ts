import { branches } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Where ways depend on a field, each of its values has one, and so has the field that nobody filled in. */
export const everyAnswerHasAWay: Rule = {
  id: 'S-5',
  appliesTo: ['complaint', 'escalation', 'dispute', 'code', 'satisfaction', 'general'],
  class: 'definition',
  property: branches,
};
