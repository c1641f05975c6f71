import { stage, tells } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The reply says the decision, why, and what the complainant can do now, until when. */
export const theReplyIsComplete: Rule = {
  id: '10002/7.8-B',
  clause: '10002/7.8',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: all(stage('response'), tells('complainant', 'decision', 'reasons', 'external-route', 'time-limits')),
};
