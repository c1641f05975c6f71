import { and, done, event, fromStage, or, outcome, records } from '../../check/predicate.ts';
import { after } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What was accepted is carried out before the case is closed as resolved. */
export const whatWasAcceptedIsDone: Rule = {
  id: '10002/7.9-E',
  clause: '10002/7.9',
  appliesTo: ['complaint'],
  class: 'definition',
  property: after(records('acceptance'), or(done('remedy-delivered'), and(event('resolved'), fromStage('external'))), outcome('resolved')),
};
