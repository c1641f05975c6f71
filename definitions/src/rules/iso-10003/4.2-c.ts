import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Management stands behind resolving disputes outside: a policy, confirmed each year. */
export const managementStandsBehindDisputes: Rule = {
  id: '10003/4.2-C',
  clause: '10003/4.2',
  appliesTo: ['dispute'],
  class: 'attestation',
  property: attested(12),
};
