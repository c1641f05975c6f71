import { and, at, files, or, stage, tells } from '../../check/predicate.ts';
import { before, between, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

const trained = and(at('training'), files('training'));

/** Staff are told of each text and trained in it before customers hear of it. */
export const staffKnowItFirst: Rule = {
  id: '10001/7-A',
  clause: '10001/7',
  appliesTo: ['code'],
  class: 'definition',
  property: both(
    before(trained, stage('publish')),
    between(stage('drafting'), trained, stage('publish')),
    before(or(tells('organisation', 'code-text'), tells('organisation', 'training')), stage('publish')),
  ),
};
