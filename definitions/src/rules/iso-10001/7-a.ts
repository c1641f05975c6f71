import { and, at, files, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Staff are trained, with proof, before customers are promised anything. */
export const staffKnowItFirst: Rule = {
  id: '10001/7-A',
  clause: '10001/7',
  appliesTo: ['code'],
  class: 'definition',
  property: before(and(at('training'), files('training')), stage('publish')),
};
