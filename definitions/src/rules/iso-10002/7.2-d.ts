import { stage } from '../../check/predicate.ts';
import { reach } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Where no step is marked as the receipt, what is asked of it would be kept by saying nothing. */
export const receiptIsMarked: Rule = {
  id: '10002/7.2-D',
  clause: '10002/7.2',
  appliesTo: ['complaint'],
  class: 'definition',
  property: reach(stage('receipt')),
};
