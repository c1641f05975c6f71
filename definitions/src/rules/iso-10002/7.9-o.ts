import { stage } from '../../check/predicate.ts';
import { after } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** After each reply the complainant may answer. */
export const theComplainantHasASay: Rule = {
  id: '10002/7.9-O',
  clause: '10002/7.9',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: after(stage('response'), stage('awaiting-complainant')),
};
