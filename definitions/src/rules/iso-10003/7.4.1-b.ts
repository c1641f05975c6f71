import { excludes, stage } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Who decided the complaint does not evaluate the dispute. */
export const evaluatedByAnother: Rule = {
  id: '10003/7.4.1-B',
  clause: '10003/7.4.1',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(stage('evaluation'), excludes('decisionMaker')),
};
