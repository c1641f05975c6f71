import { and, deadline, fromStage, lapses, not, stage, stays, timer } from '../../check/predicate.ts';
import { after, all, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** As long as the code is in force a deadline leads to its review, whatever conditions answer; nobody has to remember it. */
export const theReviewComesByItself: Rule = {
  id: '10001/8.4-A',
  clause: '10001/8.4',
  appliesTo: ['code'],
  class: 'definition',
  property: both(
    all(stage('in-force'), deadline),
    all(and(lapses, fromStage('in-force')), not(stays)),
    after(and(timer, fromStage('in-force')), stage('code-review')),
  ),
};
