import { stage, tells } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The way to the outside body is easy to find and to use, and who helps is named. */
export const theBodyIsEasyToFind: Rule = {
  id: '10003/4.7-A',
  clause: '10003/4.7',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(stage('referral'), tells('complainant', 'provider', 'how-to-apply', 'assistance')),
};
