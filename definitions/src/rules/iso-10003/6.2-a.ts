import { kpi } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What is to be achieved can be measured: a measure counts only with a target. */
export const disputesHaveObjectives: Rule = {
  id: '10003/6.2-A',
  clause: '10003/6.2',
  appliesTo: ['dispute'],
  class: 'definition',
  property: kpi('settled', 'days-per-stage', 'satisfaction'),
};
