import { endedBy, event, or, stage } from '../../check/predicate.ts';
import { after } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A yes leads to the remedy, also one that was said in a review. */
export const aYesLeadsToTheRemedy: Rule = {
  id: '10002/7.9-M',
  clause: '10002/7.9',
  appliesTo: ['complaint'],
  class: 'definition',
  property: after(or(event('accept', 'satisfied'), endedBy('accept', 'complainant')), stage('remedy')),
};
