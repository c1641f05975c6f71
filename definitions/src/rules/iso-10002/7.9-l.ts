import { event, or, outcome, stage } from '../../check/predicate.ts';
import { after } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** At each level of a review a no goes on to the next, or ends openly unresolved. */
export const aNoIsHeardAtEachLevel: Rule = {
  id: '10002/7.9-L',
  clause: '10002/7.9',
  appliesTo: ['escalation'],
  class: 'definition',
  property: after(event('reject'), or(stage('internal-review'), outcome('unresolved'))),
};
