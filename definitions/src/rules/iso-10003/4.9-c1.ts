import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The independence of the outside body is looked at each year: funding, appointment, conflicts of interest. */
export const independenceIsVerified: Rule = {
  id: '10003/4.9-C1',
  clause: '10003/4.9',
  appliesTo: ['dispute'],
  class: 'attestation',
  property: attested(12),
};
