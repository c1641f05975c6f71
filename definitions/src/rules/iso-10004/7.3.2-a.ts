import { stage } from '../../check/predicate.ts';
import { before, between, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Complaints, returns and calls are used as well. */
export const whatIsKnownIsUsed: Rule = {
  id: '10004/7.3.2-A',
  clause: '10004/7.3.2',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: both(
    before(stage('indirect-indicators'), stage('analysis')),
    between(stage('process-review'), stage('indirect-indicators'), stage('analysis')),
  ),
};
