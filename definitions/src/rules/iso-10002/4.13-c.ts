import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Improvement is a lasting aim; the list of the last twelve months shows it. */
export const improvementIsAnAim: Rule = {
  id: '10002/4.13-C',
  clause: '10002/4.13',
  appliesTo: ['complaint'],
  class: 'attestation',
  property: attested(12),
};
