import { and, at, event, files, not, stage } from '../../check/predicate.ts';
import { before, between, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

const tried = and(at('pilot'), files('pilot-result'), not(event('rework')));

/** The questions are tried before everybody is asked. */
export const questionsArePiloted: Rule = {
  id: '10004/7.3.3-B',
  clause: '10004/7.3.3',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: both(before(tried, stage('direct-measure')), between(stage('instrument-design'), tried, stage('direct-measure'))),
};
