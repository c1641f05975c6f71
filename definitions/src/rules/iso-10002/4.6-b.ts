import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Complainants are met in time and tone: how long until a person answers, how often they have to ask. */
export const needsAreMetInTime: Rule = {
  id: '10002/4.6-B',
  clause: '10002/4.6',
  appliesTo: ['complaint'],
  class: 'records',
  property: measured,
};
