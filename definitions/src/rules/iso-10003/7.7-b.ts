import { and, at, or, outcome, stage, tells, to } from '../../check/predicate.ts';
import { both, every } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** In the closing, on a way into it or out of it, or by the end itself. */
const whenItIsClosed = or(at('closure'), to(stage('closure')), outcome('unresolved'));

/** Whose dispute stays unresolved hears why, and which way the law leaves open. */
export const theLegalWayIsTold: Rule = {
  id: '10003/7.7-B',
  clause: '10003/7.7',
  appliesTo: ['dispute'],
  class: 'definition',
  property: both(
    every(and(whenItIsClosed, tells('complainant', 'reasons')), outcome('unresolved')),
    every(and(whenItIsClosed, tells('complainant', 'legal-route')), outcome('unresolved')),
  ),
};
