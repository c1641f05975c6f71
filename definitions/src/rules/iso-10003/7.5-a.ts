import { stage } from '../../check/predicate.ts';
import { reach } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** At least one method can be reached. */
export const someMethodIsReached: Rule = {
  id: '10003/7.5-A',
  clause: '10003/7.5',
  appliesTo: ['dispute'],
  class: 'definition',
  property: reach(stage('facilitative', 'advisory', 'determinative')),
};
