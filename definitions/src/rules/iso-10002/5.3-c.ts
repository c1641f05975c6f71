import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The policy is explicit, public, known to staff and reviewed. */
export const policyIsKnown: Rule = {
  id: '10002/5.3-C',
  clause: '10002/5.3',
  appliesTo: ['complaint'],
  class: 'attestation',
  property: attested(12),
};
