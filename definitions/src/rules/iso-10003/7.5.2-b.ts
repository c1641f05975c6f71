import { and, binding, consent, stage } from '../../check/predicate.ts';
import { before, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Before a decision that binds, both consented to a result that binds, together or one after the other. */
export const bindingNeedsItsOwnConsent: Rule = {
  id: '10003/7.5.2-B',
  clause: '10003/7.5.2',
  appliesTo: ['dispute'],
  class: 'definition',
  property: both(
    before(and(consent('complainant'), binding), stage('determinative')),
    before(and(consent('organisation'), binding), stage('determinative')),
  ),
};
