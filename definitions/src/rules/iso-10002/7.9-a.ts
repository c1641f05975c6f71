import { and, not, outcome, stage, tells } from '../../check/predicate.ts';
import { between } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Nobody is closed as unresolved without hearing, after the last decision, who helps outside. */
export const theOutsideRouteIsTold: Rule = {
  id: '10002/7.9-A',
  clause: '10002/7.9',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: between(
    stage('decision', 'internal-review'),
    and(tells('complainant', 'external-route'), not(stage('decision', 'internal-review'))),
    outcome('unresolved'),
  ),
};
