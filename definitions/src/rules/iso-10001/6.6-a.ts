import { and, finished, not, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** How questions, broken promises and complaints are handled is settled before the code takes effect. */
export const proceduresBeforePublication: Rule = {
  id: '10001/6.6-A',
  clause: '10001/6.6',
  appliesTo: ['code'],
  class: 'definition',
  property: before(finished('procedures'), and(stage('publish', 'in-force'), not(stage('procedures')))),
};
