import { and, files, not, records, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Nothing is assessed or solved before it is recorded, or in the step that records it. */
export const recordedBeforeWorkBegins: Rule = {
  id: '10002/7.2-B',
  clause: '10002/7.2',
  appliesTo: ['complaint'],
  class: 'definition',
  property: before(
    files('complaint-record'),
    and(stage('initial-assessment', 'investigation', 'decision', 'remedy', 'closure'), not(records('complaint-record'))),
  ),
};
