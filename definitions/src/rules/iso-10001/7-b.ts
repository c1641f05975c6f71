import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Promises are kept and broken ones put right: the share kept, the time until it is put right. */
export const promisesAreKept: Rule = {
  id: '10001/7-B',
  clause: '10001/7',
  appliesTo: ['code'],
  class: 'records',
  property: measured,
};
