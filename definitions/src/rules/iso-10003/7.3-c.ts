import { and, event, stage, tells, to } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** When the outside body refuses, the file is closed and the complainant hears why. */
export const aRefusedCaseIsClosedWithReasons: Rule = {
  id: '10003/7.3-C',
  clause: '10003/7.3',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(event('refuse'), and(to(stage('closure')), tells('complainant', 'reasons'))),
};
