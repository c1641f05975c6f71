import { publishes } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The information says what can be offered, which steps follow, how long they take and who helps outside. */
export const informationIsComplete: Rule = {
  id: '10002/7.1-A',
  clause: '10002/7.1',
  appliesTo: ['complaint'],
  class: 'definition',
  property: publishes('remedies', 'external-options', 'timescales', 'steps'),
};
