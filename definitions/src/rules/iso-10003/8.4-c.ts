import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Management reviews disputes and decides what changes. */
export const managementReviewsDisputes: Rule = {
  id: '10003/8.4-C',
  clause: '10003/8.4',
  appliesTo: ['dispute'],
  class: 'attestation',
  property: attested(12),
};
