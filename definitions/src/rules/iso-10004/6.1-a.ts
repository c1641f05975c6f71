import { and, at, fills, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Purpose and objectives are known before methods are chosen. */
export const purposeComesFirst: Rule = {
  id: '10004/6.1-A',
  clause: '10004/6.1',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: before(and(at('purpose'), fills('purpose', 'objectives')), stage('methods', 'direct-measure')),
};
