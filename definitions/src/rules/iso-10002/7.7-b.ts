import { done, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** No reply goes out before somebody really decided; that a deadline has passed is no decision. */
export const noReplyWithoutDecision: Rule = {
  id: '10002/7.7-B',
  clause: '10002/7.7',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: before(done('decision'), stage('response', 'awaiting-complainant')),
};
