import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Risks, opportunities and what customers expect are considered. */
export const risksOfDisputesAreKnown: Rule = {
  id: '10003/6.1-C',
  clause: '10003/6.1',
  appliesTo: ['dispute'],
  class: 'attestation',
  property: attested(12),
};
