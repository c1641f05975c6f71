import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Top management leads, to be seen in policy, resources and training. */
export const leadershipIsShown: Rule = {
  id: '10002/5.2-C',
  clause: '10002/5.2',
  appliesTo: ['complaint'],
  class: 'attestation',
  property: attested(12),
};
