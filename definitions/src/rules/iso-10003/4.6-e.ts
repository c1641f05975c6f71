import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Consent is no condition for buying: the terms of contract were checked. */
export const nobodyIsForcedToConsent: Rule = {
  id: '10003/4.6-E',
  clause: '10003/4.6',
  appliesTo: ['dispute'],
  class: 'attestation',
  property: attested(12),
};
