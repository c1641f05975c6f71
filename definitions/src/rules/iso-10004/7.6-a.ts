import { and, at, deadline, end, event, fills, fromStage, lapses, not, outcome, stage, stays, timer, to } from '../../check/predicate.ts';
import { after, all, both, neverAfter } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Measuring comes again without anybody having to remember. */
export const theNextRoundBeginsByItself: Rule = {
  id: '10004/7.6-A',
  clause: '10004/7.6',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: both(
    all(stage('monitoring'), deadline),
    all(and(lapses, fromStage('monitoring')), not(stays)),
    after(and(timer, fromStage('monitoring')), stage('process-review')),
    after(stage('direct-measure'), stage('monitoring', 'process-review'), not(outcome('abandoned'))),
    neverAfter(and(at('analysis'), fills('results')), and(timer, to(end))),
    all(event('go-on', 'improve'), not(to(end))),
  ),
};
