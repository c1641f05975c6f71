import { and, finished, not, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Nobody approves promises for which there are no resources. */
export const resourcesBeforeApproval: Rule = {
  id: '10001/6.8-A',
  clause: '10001/6.8',
  appliesTo: ['code'],
  class: 'definition',
  property: before(finished('resources'), and(stage('approval', 'in-force'), not(stage('resources')))),
};
