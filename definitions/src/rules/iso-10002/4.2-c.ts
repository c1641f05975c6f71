import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Management backs the handling of complaints: a signed policy and decided resources, confirmed each year. */
export const managementStandsBehindIt: Rule = {
  id: '10002/4.2-C',
  clause: '10002/4.2',
  appliesTo: ['complaint'],
  class: 'attestation',
  property: attested(12),
};
