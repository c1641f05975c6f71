import { stage } from '../../check/predicate.ts';
import { within } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Receipt is confirmed at once: within four calendar days, which is our own bound, also when nobody acts. */
export const acknowledgedAtOnce: Rule = {
  id: '10002/7.4-B',
  clause: '10002/7.4',
  appliesTo: ['complaint'],
  class: 'definition',
  property: within(stage('receipt'), stage('acknowledgement'), 4),
};
