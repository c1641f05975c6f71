import { stage, tells } from '../../check/predicate.ts';
import { within } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/**
 * Even the slowest way to a reasoned answer keeps the promise of eight weeks; where no answer is ready by then, the offer to go outside
 * counts.
 */
export const answerWithinThePromise: Rule = {
  id: '10002/4.15-B',
  clause: '10002/4.15',
  appliesTo: ['complaint'],
  class: 'definition',
  property: within(stage('receipt'), tells('complainant', 'external-route', 'reasons'), 56),
};
