import { stage } from '../../check/predicate.ts';
import { reach } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The measuring itself is reviewed. */
export const theMeasuringIsReviewed: Rule = {
  id: '10004/8-A',
  clause: '10004/8',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: reach(stage('process-review')),
};
