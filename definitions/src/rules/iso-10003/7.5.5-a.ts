import { event, stage } from '../../check/predicate.ts';
import { after } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** After a decision we comply, or ask for the review that there is. */
export const aDecisionIsActedUpon: Rule = {
  id: '10003/7.5.5-A',
  clause: '10003/7.5.5',
  appliesTo: ['dispute'],
  class: 'definition',
  property: after(event('decision'), stage('award-review')),
};
