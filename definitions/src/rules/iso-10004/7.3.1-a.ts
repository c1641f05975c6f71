import { and, at, fills, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What is measured is selected and weighted. */
export const characteristicsAreWeighted: Rule = {
  id: '10004/7.3.1-A',
  clause: '10004/7.3.1',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: before(and(at('characteristics'), fills('characteristic', 'importance')), stage('direct-measure')),
};
