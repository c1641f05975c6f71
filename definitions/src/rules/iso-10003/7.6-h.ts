import { event, or, stage, tells } from '../../check/predicate.ts';
import { after } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** If the complainant says that it was not done, work goes on, or the way of the law is told: the second because rounds are limited. */
export const notDoneIsHeard: Rule = {
  id: '10003/7.6-H',
  clause: '10003/7.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: after(event('disputed'), or(stage('implementation'), tells('complainant', 'legal-route'))),
};
