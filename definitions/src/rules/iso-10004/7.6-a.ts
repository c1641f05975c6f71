import { and, deadline, fromStage, stage, timer } from '../../check/predicate.ts';
import { after, all, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Measuring comes again without anybody having to remember. */
export const theNextRoundBeginsByItself: Rule = {
  id: '10004/7.6-A',
  clause: '10004/7.6',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: both(all(stage('monitoring'), deadline), after(and(timer, fromStage('monitoring')), stage('process-review'))),
};
