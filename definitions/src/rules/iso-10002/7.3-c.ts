import { and, fromStage, not, or, overdue, targetTells } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Words of letters by which somebody learns that a deadline has passed, or what came of it. */
const news = ['delay-reason', 'progress', 'new-date', 'expected-date', 'next-steps', 'external-route', 'decision', 'closure'].map(
  (content) => targetTells('complainant', content),
);

/** Steps in which little has been promised yet, or all is over; unless they serve the work itself as well. */
const littleIsPromised = ['receipt', 'acknowledgement', 'closure', 'escalation'];
const work = ['investigation', 'decision', 'response', 'internal-review', 'remedy'];

/** When a deadline of ours passes, the complainant hears of it; not where little has been promised yet or all is over. */
export const delayIsToldToTheComplainant: Rule = {
  id: '10002/7.3-C',
  clause: '10002/7.3',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: all(and(overdue, or(not(fromStage(...littleIsPromised)), fromStage(...work))), or(...news)),
};
