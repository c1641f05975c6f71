import { and, fromStage, stage, timer, to } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Who does not answer has not consented. */
export const silenceIsNoConsent: Rule = {
  id: '10003/4.6-G',
  clause: '10003/4.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(and(timer, fromStage('consent')), to(stage('closure'))),
};
