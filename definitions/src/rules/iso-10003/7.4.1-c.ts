import { event, stage } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The organisation can still settle directly. */
export const earlySettlementIsPossible: Rule = {
  id: '10003/7.4.1-C',
  clause: '10003/7.4.1',
  appliesTo: ['dispute'],
  class: 'definition',
  property: available(event('offer-direct'), stage('evaluation')),
};
