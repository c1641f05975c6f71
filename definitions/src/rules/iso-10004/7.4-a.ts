import { stage } from '../../check/predicate.ts';
import { before, between, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Answers are checked and cleaned before they are analysed. */
export const dataArePrepared: Rule = {
  id: '10004/7.4-A',
  clause: '10004/7.4',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: both(
    before(stage('data-preparation'), stage('analysis')),
    between(stage('direct-measure'), stage('data-preparation'), stage('analysis')),
  ),
};
