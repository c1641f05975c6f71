import { stage } from '../../check/predicate.ts';
import { reach } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Where no step is marked as the response, what is asked of it would be kept by saying nothing. */
export const responseIsMarked: Rule = {
  id: '10002/7.8-D',
  clause: '10002/7.8',
  appliesTo: ['complaint'],
  class: 'definition',
  property: reach(stage('response')),
};
