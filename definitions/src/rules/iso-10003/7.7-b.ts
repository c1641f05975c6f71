import { and, outcome, stage, tells } from '../../check/predicate.ts';
import { every } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Whose dispute stays unresolved hears why, and which way the law leaves open. */
export const theLegalWayIsTold: Rule = {
  id: '10003/7.7-B',
  clause: '10003/7.7',
  appliesTo: ['dispute'],
  class: 'definition',
  property: every(and(stage('closure'), tells('complainant', 'reasons', 'legal-route')), outcome('unresolved')),
};
