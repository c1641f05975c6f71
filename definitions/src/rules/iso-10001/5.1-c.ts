import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What surrounds the code is known: issues inside and outside, interested parties. */
export const surroundingsOfTheCodeAreKnown: Rule = {
  id: '10001/5.1-C',
  clause: '10001/5.1',
  appliesTo: ['code'],
  class: 'attestation',
  property: attested(12),
};
