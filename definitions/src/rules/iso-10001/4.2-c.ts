import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The organisation means its promises: top management has decided so, confirmed each year. */
export const theOrganisationMeansItsPromises: Rule = {
  id: '10001/4.2-C',
  clause: '10001/4.2',
  appliesTo: ['code'],
  class: 'attestation',
  property: attested(12),
};
