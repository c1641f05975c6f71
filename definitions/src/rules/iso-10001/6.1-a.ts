import { and, at, fills, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Objectives that can be measured come before the text. */
export const objectivesComeFirst: Rule = {
  id: '10001/6.1-A',
  clause: '10001/6.1',
  appliesTo: ['code'],
  class: 'definition',
  property: before(and(at('objectives'), fills('objectives', 'measures')), stage('drafting')),
};
