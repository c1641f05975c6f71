import { and, event, openTo, stage } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Where the complainant is asked, yes is an answer. */
export const oneCanSayYes: Rule = {
  id: '10002/7.9-D',
  clause: '10002/7.9',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: available(and(event('accept', 'satisfied'), openTo('complainant')), stage('awaiting-complainant')),
};
