import { and, end, event, fromStage, or, resting, stage, to } from '../../check/predicate.ts';
import { after, before, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

// One of two tracks that carry it out together only comes to its own end: nothing is done as a whole yet.
const isDone = and(event('done'), fromStage('implementation'), to(or(resting, end)));

/** What is reported as done is checked, and checking needs something done. */
export const whatIsDoneIsChecked: Rule = {
  id: '10003/7.6-E',
  clause: '10003/7.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: both(before(stage('implementation'), stage('implementation-check')), after(isDone, stage('implementation-check'))),
};
