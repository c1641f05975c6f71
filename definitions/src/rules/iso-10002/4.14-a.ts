import { competence } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Each role says what somebody must be able to do who fills it. */
export const competenceIsNamed: Rule = {
  id: '10002/4.14-A',
  clause: '10002/4.14',
  appliesTo: ['complaint', 'escalation', 'dispute', 'code', 'satisfaction'],
  class: 'definition',
  property: competence,
};
