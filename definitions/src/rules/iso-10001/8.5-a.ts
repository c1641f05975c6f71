import { event, stage } from '../../check/predicate.ts';
import { after, available, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A review can improve the code, and what it decides to improve is worked on. */
export const theReviewCanImprove: Rule = {
  id: '10001/8.5-A',
  clause: '10001/8.5',
  appliesTo: ['code'],
  class: 'definition',
  property: both(
    available(event('improve'), stage('code-review')),
    after(event('improve'), stage('information', 'consultation', 'drafting')),
  ),
};
