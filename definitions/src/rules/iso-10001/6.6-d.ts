import { and, event, openTo, stage } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** As long as the code is in force, customers can report broken promises. */
export const brokenPromisesCanBeReported: Rule = {
  id: '10001/6.6-D',
  clause: '10001/6.6',
  appliesTo: ['code'],
  class: 'definition',
  property: available(and(event('breach'), openTo('customer')), stage('in-force')),
};
