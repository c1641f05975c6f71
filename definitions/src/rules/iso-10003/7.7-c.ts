import { outcome, stage } from '../../check/predicate.ts';
import { every } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** No end without closing the file. */
export const noEndWithoutClosing: Rule = {
  id: '10003/7.7-C',
  clause: '10003/7.7',
  appliesTo: ['dispute'],
  class: 'definition',
  property: every(stage('closure'), outcome('resolved', 'unresolved')),
};
