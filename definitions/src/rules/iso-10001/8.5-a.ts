import { event, stage } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The review can lead to a better code. */
export const theReviewCanImprove: Rule = {
  id: '10001/8.5-A',
  clause: '10001/8.5',
  appliesTo: ['code'],
  class: 'definition',
  property: available(event('improve'), stage('code-review')),
};
