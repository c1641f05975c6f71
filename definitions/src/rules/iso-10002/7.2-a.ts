import { fields, stage } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The record says what happened, with what, what is wanted, when it came and by when it is answered, under a number of its own. */
export const theRecordIsComplete: Rule = {
  id: '10002/7.2-A',
  clause: '10002/7.2',
  appliesTo: ['complaint'],
  class: 'definition',
  property: all(stage('receipt'), fields('description', 'product-or-service', 'remedy-requested', 'received-at', 'case-id', 'due-date')),
};
