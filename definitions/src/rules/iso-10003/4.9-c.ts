import { and, event, openTo, stage } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The organisation can be heard there as well. */
export const theOrganisationIsHeard: Rule = {
  id: '10003/4.9-C',
  clause: '10003/4.9',
  appliesTo: ['dispute'],
  class: 'definition',
  property: available(and(event('org-statement'), openTo('organisation')), stage('facilitative', 'advisory', 'determinative')),
};
