import { and, finished, not, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** People, money and tools are granted before customers are asked. */
export const resourcesAreGranted: Rule = {
  id: '10004/6.4-A',
  clause: '10004/6.4',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: before(finished('resources'), and(stage('direct-measure'), not(stage('resources')))),
};
