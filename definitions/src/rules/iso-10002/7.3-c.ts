import { and, fromStage, not, or, overdue, targetTells } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Words of letters by which somebody learns that a deadline has passed, or what came of it. */
const news = ['delay-reason', 'progress', 'new-date', 'expected-date', 'next-steps', 'external-route', 'decision', 'closure'].map(
  (content) => targetTells('complainant', content),
);

/** When a deadline of ours passes, the complainant hears of it; not where little has been promised yet or all is over. */
export const delayIsToldToTheComplainant: Rule = {
  id: '10002/7.3-C',
  clause: '10002/7.3',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: all(and(overdue, not(fromStage('receipt', 'acknowledgement', 'closure', 'escalation'))), or(...news)),
};
