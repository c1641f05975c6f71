import { channels } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The code is to be had in more than one way, and in one of them without internet. */
export const theCodeIsEasyToGet: Rule = {
  id: '10001/4.5-A',
  clause: '10001/4.5',
  appliesTo: ['code'],
  class: 'definition',
  property: channels(2),
};
