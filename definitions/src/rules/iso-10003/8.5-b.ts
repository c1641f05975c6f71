import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Actions are carried out, and whether they helped is checked. */
export const disputesLeadToImprovement: Rule = {
  id: '10003/8.5-B',
  clause: '10003/8.5',
  appliesTo: ['dispute'],
  class: 'records',
  property: measured,
};
