import { any, overdue } from '../../check/predicate.ts';
import { measuredBy, neverAfter } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** People and tools suffice for the volume: no time of the organisation's own runs out. */
export const peopleAndToolsSuffice: Rule = {
  id: '10002/4.3-B',
  clause: '10002/4.3',
  appliesTo: ['complaint'],
  class: 'records',
  property: measuredBy(neverAfter(any, overdue)),
};
