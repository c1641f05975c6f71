import { stage } from '../../check/predicate.ts';
import { before, between, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Customers themselves are asked: no complaint is no proof of satisfaction. */
export const customersThemselvesAreAsked: Rule = {
  id: '10004/7.3.3-A',
  clause: '10004/7.3.3',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: both(
    before(stage('direct-measure'), stage('analysis', 'communicate-results')),
    between(stage('process-review'), stage('direct-measure'), stage('analysis')),
  ),
};
