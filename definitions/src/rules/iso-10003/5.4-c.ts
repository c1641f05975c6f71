import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Top management sets up the procedure, gives authority and is kept informed. */
export const topManagementSetsItUp: Rule = {
  id: '10003/5.4-C',
  clause: '10003/5.4',
  appliesTo: ['dispute'],
  class: 'attestation',
  property: attested(12),
};
