import { and, fields, records, stage } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The closing record says the outcome, the cause, what was learned and how the outside body performed. */
export const closingTheFileTeaches: Rule = {
  id: '10003/7.7-A',
  clause: '10003/7.7',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(stage('closure'), and(records('closure-record'), fields('outcome', 'root-cause', 'lessons', 'provider-performance'))),
};
