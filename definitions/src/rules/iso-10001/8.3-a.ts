import { stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** No review without what customers think of the code. */
export const customersJudgeTheCode: Rule = {
  id: '10001/8.3-A',
  clause: '10001/8.3',
  appliesTo: ['code'],
  class: 'definition',
  property: before(stage('code-satisfaction'), stage('code-review')),
};
