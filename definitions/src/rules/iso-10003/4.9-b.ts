import { and, event, openTo, stage } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The complainant can be heard wherever the matter is mediated, advised on or decided. */
export const theComplainantIsHeard: Rule = {
  id: '10003/4.9-B',
  clause: '10003/4.9',
  appliesTo: ['dispute'],
  class: 'definition',
  property: available(and(event('submit-statement'), openTo('complainant')), stage('facilitative', 'advisory', 'determinative')),
};
