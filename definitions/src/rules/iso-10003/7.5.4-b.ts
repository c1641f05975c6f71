import { event, stage } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A recommendation can be answered in any case. */
export const recommendationsAreAnswered: Rule = {
  id: '10003/7.5.4-B',
  clause: '10003/7.5.4',
  appliesTo: ['dispute'],
  class: 'definition',
  property: available(event('org-reject', 'both-accept'), stage('recommendation')),
};
