import { and, at, stage, tells } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Receipt is confirmed before work goes on, on whatever path, timers included. */
export const acknowledgedBeforeWorkGoesOn: Rule = {
  id: '10002/7.4-A',
  clause: '10002/7.4',
  appliesTo: ['complaint'],
  class: 'definition',
  property: before(
    and(at('acknowledgement'), tells('complainant', 'receipt')),
    stage('investigation', 'decision', 'internal-review', 'closure', 'external-offer'),
  ),
};
