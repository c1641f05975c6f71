import { event, stage } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A review can improve the method. */
export const methodsCanBeImproved: Rule = {
  id: '10004/8-B',
  clause: '10004/8',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: available(event('improve'), stage('process-review')),
};
