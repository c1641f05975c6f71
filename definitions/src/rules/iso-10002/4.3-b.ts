import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** People and tools suffice for the volume: open cases for each handler, the share overdue, the age of what waits. */
export const peopleAndToolsSuffice: Rule = {
  id: '10002/4.3-B',
  clause: '10002/4.3',
  appliesTo: ['complaint'],
  class: 'records',
  property: measured,
};
