import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** How deep one looks follows from how serious and how frequent the matter is; what comes again gets its cause looked for. */
export const effortFollowsSeverity: Rule = {
  id: '10002/7.6-C',
  clause: '10002/7.6',
  appliesTo: ['complaint'],
  class: 'records',
  property: measured,
};
