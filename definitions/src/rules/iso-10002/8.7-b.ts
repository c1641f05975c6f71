import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Causes are removed and the effect is checked: who, until when, and whether it helped. */
export const causesAreRemoved: Rule = {
  id: '10002/8.7-B',
  clause: '10002/8.7',
  appliesTo: ['complaint'],
  class: 'records',
  property: measured,
};
