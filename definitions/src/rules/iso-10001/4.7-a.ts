import { and, at, event, fills, finished, not, stage } from '../../check/predicate.ts';
import { before, between, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

const checked = and(finished('legal-check'), not(event('not-clear')));
const goesOut = and(stage('approval', 'publish'), not(stage('drafting', 'legal-check')));

/** Nothing is approved or published that nobody has checked for law and accuracy as it was last written; a check that is late or finds faults is none. */
export const checkedBeforeItIsApproved: Rule = {
  id: '10001/4.7-A',
  clause: '10001/4.7',
  appliesTo: ['code'],
  class: 'definition',
  property: both(
    before(checked, goesOut),
    between(stage('drafting'), checked, goesOut),
    before(and(at('drafting'), fills('promises')), goesOut),
  ),
};
