import { event, or, outcome, stage, tells } from '../../check/predicate.ts';
import { after, between, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** If the complainant says that it was not done, work goes on, or the way of the law is told: the second because rounds are limited. Resolved it is not. */
export const notDoneIsHeard: Rule = {
  id: '10003/7.6-H',
  clause: '10003/7.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: both(
    after(event('disputed'), or(stage('implementation'), tells('complainant', 'legal-route'))),
    between(event('disputed'), stage('implementation'), outcome('resolved')),
  ),
};
