import { and, party, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Our position exists before a method begins. */
export const positionBeforeMethod: Rule = {
  id: '10003/7.4.2-B',
  clause: '10003/7.4.2',
  appliesTo: ['dispute'],
  class: 'definition',
  property: before(and(stage('position'), party('organisation')), stage('facilitative', 'advisory', 'determinative')),
};
