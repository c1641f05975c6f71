import { privacy } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Personal data is seen by those who need it, never by the person complained about. */
export const personalDataForThoseInNeed: Rule = {
  id: '10002/4.10-A',
  clause: '10002/4.10',
  appliesTo: ['complaint', 'escalation', 'dispute', 'satisfaction'],
  class: 'definition',
  property: privacy,
};
