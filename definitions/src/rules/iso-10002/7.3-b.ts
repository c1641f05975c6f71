import { and, progress, stage, waits } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Work that may last sends the complainant news again and again. */
export const longWorkSendsUpdates: Rule = {
  id: '10002/7.3-B',
  clause: '10002/7.3',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: all(and(waits('organisation'), stage('investigation', 'internal-review')), progress),
};
