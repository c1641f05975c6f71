import { stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Answers are checked and cleaned before they are analysed. */
export const dataArePrepared: Rule = {
  id: '10004/7.4-A',
  clause: '10004/7.4',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: before(stage('data-preparation'), stage('analysis')),
};
