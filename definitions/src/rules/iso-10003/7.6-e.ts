import { event, stage } from '../../check/predicate.ts';
import { after, before, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What is reported as done is checked, and checking needs something done. */
export const whatIsDoneIsChecked: Rule = {
  id: '10003/7.6-E',
  clause: '10003/7.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: both(before(stage('implementation'), stage('implementation-check')), after(event('done'), stage('implementation-check'))),
};
