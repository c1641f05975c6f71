import { and, deadline, fromStage, stage, timer } from '../../check/predicate.ts';
import { after, all, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** As long as the code is in force a deadline leads to its review; nobody has to remember it. */
export const theReviewComesByItself: Rule = {
  id: '10001/8.4-A',
  clause: '10001/8.4',
  appliesTo: ['code'],
  class: 'definition',
  property: both(all(stage('in-force'), deadline), after(and(timer, fromStage('in-force')), stage('code-review'))),
};
