import { and, not, outcome, stage, tells, timer, to } from '../../check/predicate.ts';
import { after, both, neverAfter } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

const told = and(stage('communicate-results'), tells('topManagement', 'results'));

/** The results of each analysis reach those who can act on them. Somebody may abandon a round before it was analysed; that time has passed is nobody's act. */
export const resultsReachThoseWhoCanAct: Rule = {
  id: '10004/7.5-A',
  clause: '10004/7.5',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: both(
    after(stage('analysis'), told),
    after(stage('direct-measure'), told, not(outcome('abandoned'))),
    neverAfter(stage('direct-measure'), and(timer, to(outcome('abandoned')))),
  ),
};
