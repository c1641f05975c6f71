import { roles } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Somebody coordinates, somebody may settle, and somebody carries out what was agreed. */
export const somebodyCoordinatesSettlesAndCarriesOut: Rule = {
  id: '10003/4.5-A',
  clause: '10003/4.5',
  appliesTo: ['dispute'],
  class: 'definition',
  property: roles('coordinator', 'authorisedNegotiator', 'implementationOwner'),
};
