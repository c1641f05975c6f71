import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The policy is reviewed and fits the code and the policy on complaints. */
export const policiesFitEachOther: Rule = {
  id: '10003/5.3.2-C',
  clause: '10003/5.3.2',
  appliesTo: ['dispute'],
  class: 'attestation',
  property: attested(12),
};
