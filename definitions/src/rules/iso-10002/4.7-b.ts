import { stage } from '../../check/predicate.ts';
import { distinct } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A review is done by somebody who took no part before. */
export const reviewByAFreshEye: Rule = {
  id: '10002/4.7-B',
  clause: '10002/4.7',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: distinct(stage('investigation', 'decision', 'internal-review'), stage('internal-review')),
};
