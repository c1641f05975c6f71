import { stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Each complaint is assessed before it is investigated. */
export const assessedBeforeInvestigation: Rule = {
  id: '10002/7.5-A',
  clause: '10002/7.5',
  appliesTo: ['complaint'],
  class: 'definition',
  property: before(stage('initial-assessment'), stage('investigation', 'decision')),
};
