import { fields, stage } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** An analysis says its method, its results, how precise they are and where they end. */
export const theAnalysisIsComplete: Rule = {
  id: '10004/7.4-B',
  clause: '10004/7.4',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: all(stage('analysis'), fields('method', 'results', 'precision', 'limits')),
};
