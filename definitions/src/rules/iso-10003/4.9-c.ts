import { event, stage } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The organisation can be heard there as well. */
export const theOrganisationIsHeard: Rule = {
  id: '10003/4.9-C',
  clause: '10003/4.9',
  appliesTo: ['dispute'],
  class: 'definition',
  property: available(event('org-statement'), stage('facilitative', 'advisory', 'determinative')),
};
