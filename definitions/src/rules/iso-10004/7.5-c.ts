import { stage } from '../../check/predicate.ts';
import { after } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Results lead to action. */
export const resultsLeadToAction: Rule = {
  id: '10004/7.5-C',
  clause: '10004/7.5',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: after(stage('communicate-results'), stage('action')),
};
