import { and, stage, tells } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Before a decision that binds, the complainant is asked anew and told that it binds and what that means in law. */
export const theBindingEffectIsTold: Rule = {
  id: '10003/7.5.2-A',
  clause: '10003/7.5.2',
  appliesTo: ['dispute'],
  class: 'definition',
  property: before(and(tells('complainant', 'binding-effect', 'legal-effect'), stage('consent')), stage('determinative')),
};
