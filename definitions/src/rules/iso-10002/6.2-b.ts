import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Objectives are measured at set intervals and met, or somebody acts. */
export const objectivesAreMet: Rule = {
  id: '10002/6.2-B',
  clause: '10002/6.2',
  appliesTo: ['complaint'],
  class: 'records',
  property: measured,
};
