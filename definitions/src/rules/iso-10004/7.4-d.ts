import { stage } from '../../check/predicate.ts';
import { before, between, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Results are validated before they are told: each of them, in each round. */
export const onlyValidatedResultsAreTold: Rule = {
  id: '10004/7.4-D',
  clause: '10004/7.4',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: both(
    before(stage('validation'), stage('communicate-results')),
    between(stage('analysis'), stage('validation'), stage('communicate-results')),
    between(stage('direct-measure'), stage('analysis'), stage('communicate-results')),
    between(stage('monitoring'), stage('validation'), stage('communicate-results')),
  ),
};
