import { event, stage } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** As long as the code is in force, broken promises can be reported. */
export const brokenPromisesCanBeReported: Rule = {
  id: '10001/6.6-D',
  clause: '10001/6.6',
  appliesTo: ['code'],
  class: 'definition',
  property: available(event('breach'), stage('in-force')),
};
