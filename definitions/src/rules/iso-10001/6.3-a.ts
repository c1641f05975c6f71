import { and, stage, tells } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Customers and others concerned are asked before anything is written. */
export const thoseConcernedAreAsked: Rule = {
  id: '10001/6.3-A',
  clause: '10001/6.3',
  appliesTo: ['code'],
  class: 'definition',
  property: before(and(stage('consultation'), tells('interestedParties', 'consultation')), stage('drafting')),
};
