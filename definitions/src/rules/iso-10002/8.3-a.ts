import { stage } from '../../check/predicate.ts';
import { reach } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Complainants are asked how they were treated. */
export const complainantsAreAsked: Rule = {
  id: '10002/8.3-A',
  clause: '10002/8.3',
  appliesTo: ['complaint'],
  class: 'definition',
  property: reach(stage('satisfaction-survey')),
};
