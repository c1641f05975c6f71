import { and, independent, party, stage } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Who admits, mediates, advises or decides belongs to an independent body. */
export const whoDecidesIsIndependent: Rule = {
  id: '10003/4.9-A',
  clause: '10003/4.9',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(stage('screening', 'facilitative', 'advisory', 'determinative'), and(party('provider'), independent)),
};
