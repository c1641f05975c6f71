import { attested } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** All staff know what to do when a complaint reaches them. */
export const staffKnowWhatToDo: Rule = {
  id: '10002/5.4-C',
  clause: '10002/5.4',
  appliesTo: ['complaint'],
  class: 'attestation',
  property: attested(12),
};
