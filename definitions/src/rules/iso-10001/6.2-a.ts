import { and, at, fills, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What customers raise, why, and what the law asks is studied before anything is written. */
export const studiedBeforeItIsWritten: Rule = {
  id: '10001/6.2-A',
  clause: '10001/6.2',
  appliesTo: ['code'],
  class: 'definition',
  property: before(and(at('information'), fills('issues', 'causes', 'legal-requirements')), stage('drafting')),
};
