import { and, event, fromStage, independent, not, openTo, party, stage } from '../../check/predicate.ts';
import { all, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Who admits, mediates, advises or decides belongs to an independent body, and we do not say in its place what it recommends or decides. */
export const whoDecidesIsIndependent: Rule = {
  id: '10003/4.9-A',
  clause: '10003/4.9',
  appliesTo: ['dispute'],
  class: 'definition',
  property: both(
    all(stage('screening', 'facilitative', 'advisory', 'determinative'), and(party('provider'), independent)),
    all(and(fromStage('advisory', 'determinative'), event('recommendation', 'decision')), not(openTo('organisation'))),
  ),
};
