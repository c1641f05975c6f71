import { consent, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** No method begins before both parties have consented. */
export const noMethodWithoutConsent: Rule = {
  id: '10003/4.6-A',
  clause: '10003/4.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: before(consent('complainant', 'organisation'), stage('screening', 'position', 'facilitative', 'advisory', 'determinative')),
};
