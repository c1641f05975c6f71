import { and, at, fills, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Whom and what the measuring covers, and how often it is done, is set. */
export const scopeAndFrequencyAreSet: Rule = {
  id: '10004/6.2-A',
  clause: '10004/6.2',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: before(and(at('scope-frequency'), fills('scope', 'frequency', 'population')), stage('direct-measure')),
};
