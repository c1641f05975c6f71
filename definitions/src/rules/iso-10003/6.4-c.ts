import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Money, people and systems are assessed. */
export const resourcesForDisputesAreAssessed: Rule = {
  id: '10003/6.4-C',
  clause: '10003/6.4',
  appliesTo: ['dispute'],
  class: 'attestation',
  property: attested(12),
};
