import { accountable, resting } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Wherever a case rests, a declared role answers for it. */
export const somebodyAnswersForEachStep: Rule = {
  id: 'S-3',
  appliesTo: ['complaint', 'escalation', 'dispute', 'code', 'satisfaction', 'general'],
  class: 'definition',
  property: all(resting, accountable),
};
