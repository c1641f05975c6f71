import { event, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Nothing is reviewed before it was decided. */
export const nothingIsReviewedBeforeItIsDecided: Rule = {
  id: '10003/7.5.5-B',
  clause: '10003/7.5.5',
  appliesTo: ['dispute'],
  class: 'definition',
  property: before(event('decision'), stage('award-review')),
};
