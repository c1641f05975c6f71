import { and, records, stage, tells } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A broken promise is recorded and put right, and the customer hears of the remedy and where to complain. */
export const brokenPromisesArePutRight: Rule = {
  id: '10001/6.6-B',
  clause: '10001/6.6',
  appliesTo: ['code'],
  class: 'definition',
  property: all(stage('breach'), and(records('breach-record', 'remedy-delivered'), tells('customer', 'remedy', 'complaint-route'))),
};
