import { and, at, files, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** It is known who the customers are before their expectations are, or anything is measured. */
export const customersAreIdentified: Rule = {
  id: '10004/7.2.1-A',
  clause: '10004/7.2.1',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: before(and(at('identify-customers'), files('customer-groups')), stage('expectations', 'direct-measure')),
};
