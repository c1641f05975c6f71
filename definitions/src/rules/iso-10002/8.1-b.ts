import { records, stage } from '../../check/predicate.ts';
import { after, both, every, measuredBy } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Closed cases have all their records: of the complaint, where one was received, and of how it was closed. */
export const recordsAreComplete: Rule = {
  id: '10002/8.1-B',
  clause: '10002/8.1',
  appliesTo: ['complaint', 'escalation'],
  class: 'records',
  property: measuredBy(both(after(stage('receipt'), records('complaint-record')), every(records('closure-record')))),
};
