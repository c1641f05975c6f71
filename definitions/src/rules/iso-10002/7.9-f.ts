import { and, outcome, records, stage } from '../../check/predicate.ts';
import { every } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Closing leaves a record. */
export const closingIsRecorded: Rule = {
  id: '10002/7.9-F',
  clause: '10002/7.9',
  appliesTo: ['complaint'],
  class: 'definition',
  property: every(and(stage('closure'), records('closure-record')), outcome('resolved', 'unresolved')),
};
