import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The surroundings are known, and satisfaction is measured by a system. */
export const measuringIsSystematic: Rule = {
  id: '10004/5-C',
  clause: '10004/5',
  appliesTo: ['satisfaction'],
  class: 'attestation',
  property: attested(12),
};
