import { outcome, stage } from '../../check/predicate.ts';
import { between } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Every complaint that a review left unresolved gets the offer to go outside. */
export const everyUnresolvedCaseGetsTheOffer: Rule = {
  id: '10003/7.2-A',
  clause: '10003/7.2',
  appliesTo: ['complaint'],
  class: 'definition',
  property: between(stage('internal-review'), stage('external-offer'), outcome('unresolved')),
};
