import { outcome, stage } from '../../check/predicate.ts';
import { every } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A review ends only after somebody reviewed. */
export const aReviewReviews: Rule = {
  id: '10002/7.9-P',
  clause: '10002/7.9',
  appliesTo: ['escalation'],
  class: 'definition',
  property: every(stage('internal-review'), outcome('resolved', 'unresolved')),
};
