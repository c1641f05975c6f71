import { and, at, fills, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** How keeping the promises is measured, with targets, is settled before the code takes effect. */
export const indicatorsBeforePublication: Rule = {
  id: '10001/6.5-A',
  clause: '10001/6.5',
  appliesTo: ['code'],
  class: 'definition',
  property: before(and(at('indicators'), fills('indicator', 'target', 'frequency')), stage('publish', 'in-force')),
};
