import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Trends and what comes again are looked at: by category and cause, each period, signed. */
export const trendsAreSeen: Rule = {
  id: '10002/8.2-B',
  clause: '10002/8.2',
  appliesTo: ['complaint'],
  class: 'records',
  property: measured,
};
