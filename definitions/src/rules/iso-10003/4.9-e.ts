import { stage } from '../../check/predicate.ts';
import { distinct } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Who mediated does not decide the same case. */
export const theMediatorDoesNotDecide: Rule = {
  id: '10003/4.9-E',
  clause: '10003/4.9',
  appliesTo: ['dispute'],
  class: 'definition',
  property: distinct(stage('facilitative'), stage('determinative')),
};
