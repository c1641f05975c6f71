import { and, at, files, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What customers expect is known before it is chosen what to measure. */
export const expectationsAreKnown: Rule = {
  id: '10004/7.2.2-A',
  clause: '10004/7.2.2',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: before(and(at('expectations'), files('expectations')), stage('characteristics', 'direct-measure')),
};
