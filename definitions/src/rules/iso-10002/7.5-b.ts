import { fields, stage } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What is assessed: severity, safety, complexity, impact, and whether something must be done now. */
export const assessmentHasCriteria: Rule = {
  id: '10002/7.5-B',
  clause: '10002/7.5',
  appliesTo: ['complaint'],
  class: 'definition',
  property: all(stage('initial-assessment'), fields('severity', 'safety-implication', 'complexity', 'impact', 'need-for-immediate-action')),
};
