import { stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Nobody evaluates the code without data on its use. */
export const dataBeforeEvaluation: Rule = {
  id: '10001/8.1-A',
  clause: '10001/8.1',
  appliesTo: ['code'],
  class: 'definition',
  property: before(stage('collection'), stage('performance-evaluation')),
};
