import { consent, stage } from '../../check/predicate.ts';
import { before, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

const method = stage('screening', 'position', 'facilitative', 'advisory', 'determinative');

/** No method begins before both parties have consented, together or one after the other. */
export const noMethodWithoutConsent: Rule = {
  id: '10003/4.6-A',
  clause: '10003/4.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: both(before(consent('complainant'), method), before(consent('organisation'), method)),
};
