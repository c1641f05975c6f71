import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Resources for disputes suffice. */
export const disputesHaveResources: Rule = {
  id: '10003/4.15-C',
  clause: '10003/4.15',
  appliesTo: ['dispute'],
  class: 'attestation',
  property: attested(12),
};
