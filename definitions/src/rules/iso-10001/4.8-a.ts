import { and, role, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Top management approves before the code is published. */
export const topManagementApproves: Rule = {
  id: '10001/4.8-A',
  clause: '10001/4.8',
  appliesTo: ['code'],
  class: 'definition',
  property: before(and(stage('approval'), role('topManagement')), stage('publish')),
};
