import { any, event } from '../../check/predicate.ts';
import { measuredBy, neverAfter } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Complainants hear of their case in time: nobody has to ask how it stands. */
export const needsAreMetInTime: Rule = {
  id: '10002/4.6-B',
  clause: '10002/4.6',
  appliesTo: ['complaint'],
  class: 'records',
  property: measuredBy(neverAfter(any, event('status-request'))),
};
