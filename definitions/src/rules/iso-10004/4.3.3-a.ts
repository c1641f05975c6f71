import { publishes } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Customers can read how their answers are protected, and what came out. */
export const resultsAreShared: Rule = {
  id: '10004/4.3.3-A',
  clause: '10004/4.3.3',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: publishes('privacy-notice', 'results-summary'),
};
