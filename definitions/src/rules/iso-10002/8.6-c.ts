import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Top management reviews what came in and decides what changes. */
export const managementReviews: Rule = {
  id: '10002/8.6-C',
  clause: '10002/8.6',
  appliesTo: ['complaint'],
  class: 'attestation',
  property: attested(12),
};
