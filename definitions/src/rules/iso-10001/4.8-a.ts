import { and, by, event, finished, not, role, stage } from '../../check/predicate.ts';
import { before, between, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

const approved = and(finished('approval'), role('topManagement'), by('topManagement'), not(event('send-back')));
const goesOut = and(stage('publish'), not(stage('approval')));

/** Top management itself approves each text before it is published; what it sends back, or leaves lying, is not approved. */
export const topManagementApproves: Rule = {
  id: '10001/4.8-A',
  clause: '10001/4.8',
  appliesTo: ['code'],
  class: 'definition',
  property: both(before(approved, goesOut), between(stage('drafting'), approved, goesOut)),
};
