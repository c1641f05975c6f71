import { and, at, files, fromStage, or, outcome, to } from '../../check/predicate.ts';
import { every } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Closing leaves a record, also where its deadline passed and nobody filled in its form. */
export const closingIsRecorded: Rule = {
  id: '10002/7.9-F',
  clause: '10002/7.9',
  appliesTo: ['complaint'],
  class: 'definition',
  property: every(
    or(and(at('closure'), files('closure-record')), and(fromStage('closure'), to(files('closure-record')))),
    outcome('resolved', 'unresolved'),
  ),
};
