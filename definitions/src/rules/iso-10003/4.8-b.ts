import { stage } from '../../check/predicate.ts';
import { both, reach } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** More than one kind of method can be reached. */
export const moreThanOneMethod: Rule = {
  id: '10003/4.8-B',
  clause: '10003/4.8',
  appliesTo: ['dispute'],
  class: 'definition',
  property: both(reach(stage('facilitative')), reach(stage('advisory', 'determinative'))),
};
