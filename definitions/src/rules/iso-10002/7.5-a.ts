import { and, not, party, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Each complaint is assessed before it is investigated, and not by whoever complains. */
export const assessedBeforeInvestigation: Rule = {
  id: '10002/7.5-A',
  clause: '10002/7.5',
  appliesTo: ['complaint'],
  class: 'definition',
  property: before(and(stage('initial-assessment'), not(party('complainant'))), stage('investigation', 'decision')),
};
