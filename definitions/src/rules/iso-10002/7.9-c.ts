import { and, event, openTo, stage } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Where the complainant is asked, no is an answer. */
export const oneCanSayNo: Rule = {
  id: '10002/7.9-C',
  clause: '10002/7.9',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: available(and(event('reject'), openTo('complainant')), stage('awaiting-complainant')),
};
