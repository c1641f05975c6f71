import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Risks and opportunities of the process are known and dealt with. */
export const risksAreKnown: Rule = {
  id: '10002/6.1-C',
  clause: '10002/6.1',
  appliesTo: ['complaint'],
  class: 'attestation',
  property: attested(12),
};
