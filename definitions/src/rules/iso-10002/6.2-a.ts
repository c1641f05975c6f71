import { kpi } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What is to be achieved can be measured: a measure counts only with a target. */
export const objectivesAreMeasurable: Rule = {
  id: '10002/6.2-A',
  clause: '10002/6.2',
  appliesTo: ['complaint'],
  class: 'definition',
  property: kpi('ack-on-time', 'median-days-to-response', 'satisfaction'),
};
