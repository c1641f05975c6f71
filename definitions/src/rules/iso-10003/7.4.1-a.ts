import { and, party, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The organisation looks at the case afresh before it takes a position. */
export const looksAtTheCaseAfresh: Rule = {
  id: '10003/7.4.1-A',
  clause: '10003/7.4.1',
  appliesTo: ['dispute'],
  class: 'definition',
  property: before(and(stage('evaluation'), party('organisation')), stage('position')),
};
