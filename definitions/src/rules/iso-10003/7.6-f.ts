import { event, or, stage } from '../../check/predicate.ts';
import { after } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A decision is carried out unless it was set aside. */
export const aDecisionBinds: Rule = {
  id: '10003/7.6-F',
  clause: '10003/7.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: after(event('decision'), or(stage('implementation'), event('set-aside'))),
};
