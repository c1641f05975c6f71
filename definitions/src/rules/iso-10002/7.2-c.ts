import { records } from '../../check/predicate.ts';
import { every } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Every complaint leaves a record, the one that was solved on the spot as well. */
export const everyComplaintLeavesARecord: Rule = {
  id: '10002/7.2-C',
  clause: '10002/7.2',
  appliesTo: ['complaint'],
  class: 'definition',
  property: every(records('complaint-record')),
};
