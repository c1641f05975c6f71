import { publishes } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** People are told that complaining costs nothing. */
export const beingFreeIsSaid: Rule = {
  id: '10002/4.8-B',
  clause: '10002/4.8',
  appliesTo: ['complaint'],
  class: 'definition',
  property: publishes('no-charge'),
};
