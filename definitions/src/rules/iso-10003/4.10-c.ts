import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The outside body and our own staff are competent: careers, accreditation. */
export const bothSidesAreCompetent: Rule = {
  id: '10003/4.10-C',
  clause: '10003/4.10',
  appliesTo: ['dispute'],
  class: 'attestation',
  property: attested(12),
};
