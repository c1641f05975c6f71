import { records, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Nothing is assessed or solved before it is recorded. */
export const recordedBeforeWorkBegins: Rule = {
  id: '10002/7.2-B',
  clause: '10002/7.2',
  appliesTo: ['complaint'],
  class: 'definition',
  property: before(records('complaint-record'), stage('initial-assessment', 'investigation', 'decision', 'remedy', 'closure')),
};
