import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The process is watched against its criteria. */
export const theProcessIsWatched: Rule = {
  id: '10002/8.4-B',
  clause: '10002/8.4',
  appliesTo: ['complaint'],
  class: 'records',
  property: measured,
};
