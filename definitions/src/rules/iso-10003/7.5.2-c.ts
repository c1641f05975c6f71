import { and, event, fromStage, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A recommendation comes from the body that advises. */
export const recommendationsHaveASource: Rule = {
  id: '10003/7.5.2-C',
  clause: '10003/7.5.2',
  appliesTo: ['dispute'],
  class: 'definition',
  property: before(and(event('recommendation'), fromStage('advisory')), stage('recommendation')),
};
