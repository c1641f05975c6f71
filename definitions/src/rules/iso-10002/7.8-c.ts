import { and, not, or, stage, tells } from '../../check/predicate.ts';
import { within } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The decision is sent as soon as it is taken: within a week, which is our own bound. What goes back to be looked into is not decided. */
export const theDecisionIsSentSoon: Rule = {
  id: '10002/7.8-C',
  clause: '10002/7.8',
  appliesTo: ['complaint'],
  class: 'definition',
  property: within(stage('decision'), or(and(tells('complainant', 'reasons'), not(stage('decision'))), stage('investigation')), 7),
};
