import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Who reads personal data is recorded, and had a task that needs it; after the time of keeping nobody can be recognised. */
export const readingIsLogged: Rule = {
  id: '10002/4.10-B',
  clause: '10002/4.10',
  appliesTo: ['complaint', 'escalation', 'dispute', 'code', 'satisfaction'],
  class: 'records',
  property: measured,
};
