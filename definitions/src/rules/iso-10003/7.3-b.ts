import { and, party, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Nobody takes a position before the organisation has handled the notice. */
export const noticeBeforePosition: Rule = {
  id: '10003/7.3-B',
  clause: '10003/7.3',
  appliesTo: ['dispute'],
  class: 'definition',
  property: before(and(stage('dispute-notice'), party('organisation')), stage('position', 'facilitative')),
};
