import { and, event, openTo, stage } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** As long as the code is in force, customers can ask about it. */
export const customersCanAsk: Rule = {
  id: '10001/6.6-C',
  clause: '10001/6.6',
  appliesTo: ['code'],
  class: 'definition',
  property: available(and(event('inquiry'), openTo('customer')), stage('in-force')),
};
