import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Top management looks at the measuring and what came of it. */
export const managementLooksAtTheMeasuring: Rule = {
  id: '10004/8-C',
  clause: '10004/8',
  appliesTo: ['satisfaction'],
  class: 'attestation',
  property: attested(12),
};
