import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Number, kind, result, time, cost and the outside body are watched. */
export const disputesAreWatched: Rule = {
  id: '10003/8.1-B',
  clause: '10003/8.1',
  appliesTo: ['dispute'],
  class: 'records',
  property: measured,
};
