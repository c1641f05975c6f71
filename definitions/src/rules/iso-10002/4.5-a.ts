import { channels } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Complaining is easy: more than one channel, and one of them without internet. */
export const manyWaysToReachUs: Rule = {
  id: '10002/4.5-A',
  clause: '10002/4.5',
  appliesTo: ['complaint'],
  class: 'definition',
  property: channels(3),
};
