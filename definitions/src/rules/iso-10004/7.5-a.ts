import { and, stage, tells } from '../../check/predicate.ts';
import { after } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The results of each analysis reach those who can act on them. */
export const resultsReachThoseWhoCanAct: Rule = {
  id: '10004/7.5-A',
  clause: '10004/7.5',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: after(stage('direct-measure', 'analysis'), and(stage('communicate-results'), tells('topManagement', 'results'))),
};
