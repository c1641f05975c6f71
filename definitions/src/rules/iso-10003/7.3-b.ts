import { stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Nobody takes a position before the notice was handled. */
export const noticeBeforePosition: Rule = {
  id: '10003/7.3-B',
  clause: '10003/7.3',
  appliesTo: ['dispute'],
  class: 'definition',
  property: before(stage('dispute-notice'), stage('position', 'facilitative')),
};
