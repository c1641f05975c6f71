import { and, at, files, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The questions are tried before everybody is asked. */
export const questionsArePiloted: Rule = {
  id: '10004/7.3.3-B',
  clause: '10004/7.3.3',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: before(and(at('pilot'), files('pilot-result')), stage('direct-measure')),
};
