import { stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The case is looked at afresh before a position is taken. */
export const looksAtTheCaseAfresh: Rule = {
  id: '10003/7.4.1-A',
  clause: '10003/7.4.1',
  appliesTo: ['dispute'],
  class: 'definition',
  property: before(stage('evaluation'), stage('position')),
};
