import { and, fromStage, not, or, party, stage, stays } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

const methods = stage('facilitative', 'advisory', 'determinative');

/** Our position exists before a method begins: the step is over, or is the same one. */
export const positionBeforeMethod: Rule = {
  id: '10003/7.4.2-B',
  clause: '10003/7.4.2',
  appliesTo: ['dispute'],
  class: 'definition',
  property: before(and(party('organisation'), or(and(fromStage('position'), not(stays)), and(stage('position'), methods))), methods),
};
