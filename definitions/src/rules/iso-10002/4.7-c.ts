import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Staff who are complained about are treated fairly and heard, apart from any disciplinary file. */
export const theAccusedAreHeard: Rule = {
  id: '10002/4.7-C',
  clause: '10002/4.7',
  appliesTo: ['complaint'],
  class: 'records',
  property: measured,
};
