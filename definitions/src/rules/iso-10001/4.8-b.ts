import { stage } from '../../check/predicate.ts';
import { distinct } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Whoever wrote the code does not approve it. */
export const theAuthorDoesNotApprove: Rule = {
  id: '10001/4.8-B',
  clause: '10001/4.8',
  appliesTo: ['code'],
  class: 'definition',
  property: distinct(stage('drafting'), stage('approval')),
};
