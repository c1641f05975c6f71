import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The procedure follows the law and what the parties agreed, in each country. */
export const theLawIsKept: Rule = {
  id: '10003/4.14-C',
  clause: '10003/4.14',
  appliesTo: ['dispute'],
  class: 'attestation',
  property: attested(12),
};
