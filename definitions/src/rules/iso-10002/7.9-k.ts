import { event, stage } from '../../check/predicate.ts';
import { after } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A no leads to the review or outside. */
export const aNoIsHeard: Rule = {
  id: '10002/7.9-K',
  clause: '10002/7.9',
  appliesTo: ['complaint'],
  class: 'definition',
  property: after(event('reject'), stage('internal-review', 'external-offer')),
};
