import { and, event, files, fromStage, or } from '../../check/predicate.ts';
import { every } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Every complaint leaves a record, the one that was solved on the spot as well; but for one that is withdrawn before anybody could write it down. */
export const everyComplaintLeavesARecord: Rule = {
  id: '10002/7.2-C',
  clause: '10002/7.2',
  appliesTo: ['complaint'],
  class: 'definition',
  property: every(or(files('complaint-record'), and(event('withdraw'), fromStage('receipt')))),
};
