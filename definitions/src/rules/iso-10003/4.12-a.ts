import { hides, stage } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What was said in mediation is not shown to whoever decides. */
export const mediationStaysConfidential: Rule = {
  id: '10003/4.12-A',
  clause: '10003/4.12',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(stage('determinative'), hides('mediation-notes')),
};
