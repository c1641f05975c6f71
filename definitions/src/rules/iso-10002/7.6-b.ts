import { records, stage } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What was found out, and on what it rests, is kept. */
export const findingsAreKept: Rule = {
  id: '10002/7.6-B',
  clause: '10002/7.6',
  appliesTo: ['complaint'],
  class: 'definition',
  property: all(stage('investigation'), records('evidence', 'findings')),
};
