import { stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Nothing is approved or published that nobody has checked for law and accuracy. */
export const checkedBeforeItIsApproved: Rule = {
  id: '10001/4.7-A',
  clause: '10001/4.7',
  appliesTo: ['code'],
  class: 'definition',
  property: before(stage('legal-check'), stage('approval', 'publish')),
};
