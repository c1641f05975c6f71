import { and, at, end, fills, not, outcome, stage } from '../../check/predicate.ts';
import { between, both, reach } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The measuring itself is reviewed, at the latest before it ends; one that is given up is let off. */
export const theMeasuringIsReviewed: Rule = {
  id: '10004/8-A',
  clause: '10004/8',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: both(
    reach(stage('process-review')),
    between(and(at('analysis'), fills('results')), stage('process-review'), and(end, not(outcome('abandoned')))),
  ),
};
