import { and, finished, not, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** How staff and customers hear of the code is planned before it is published. */
export const communicationIsPlanned: Rule = {
  id: '10001/6.7-A',
  clause: '10001/6.7',
  appliesTo: ['code'],
  class: 'definition',
  property: before(finished('communication-plan'), and(stage('publish'), not(stage('communication-plan')))),
};
