import { excludes, stage } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Whoever is complained about neither investigates nor decides nor reviews. */
export const theAccusedDoNotJudge: Rule = {
  id: '10002/4.7-A',
  clause: '10002/4.7',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: all(stage('investigation', 'decision', 'internal-review'), excludes('subject')),
};
