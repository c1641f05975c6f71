import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Each published version has an author, somebody who approved it, a note of what changed and a trial. */
export const versionsAreTried: Rule = {
  id: '10002/6.3-B',
  clause: '10002/6.3',
  appliesTo: ['complaint'],
  class: 'records',
  property: measured,
};
