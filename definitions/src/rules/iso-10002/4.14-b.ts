import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Who did a task had the training that his role asks for, valid on that day. */
export const peopleAreTrained: Rule = {
  id: '10002/4.14-B',
  clause: '10002/4.14',
  appliesTo: ['complaint', 'escalation'],
  class: 'records',
  property: measured,
};
