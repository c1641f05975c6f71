import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What surrounds the handling of complaints is known: issues inside and outside, interested parties, scope. */
export const contextIsKnown: Rule = {
  id: '10002/5.1-C',
  clause: '10002/5.1',
  appliesTo: ['complaint'],
  class: 'attestation',
  property: attested(12),
};
