import { any, stage } from '../../check/predicate.ts';
import { measuredBy, neverAfter } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Promises are kept: no round of the code meets a breach. */
export const promisesAreKept: Rule = {
  id: '10001/7-B',
  clause: '10001/7',
  appliesTo: ['code'],
  class: 'records',
  property: measuredBy(neverAfter(any, stage('breach'))),
};
