import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Audits are held at planned intervals by people who do not audit their own work. */
export const auditsAreHeld: Rule = {
  id: '10002/8.5-C',
  clause: '10002/8.5',
  appliesTo: ['complaint'],
  class: 'attestation',
  property: attested(12),
};
