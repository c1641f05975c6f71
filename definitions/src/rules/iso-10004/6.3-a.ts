import { and, at, files, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Methods and responsibilities are settled before customers are asked. */
export const methodsArePlanned: Rule = {
  id: '10004/6.3-A',
  clause: '10004/6.3',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: before(and(at('methods'), files('method-plan', 'responsibilities')), stage('direct-measure')),
};
