import { stage } from '../../check/predicate.ts';
import { distinct } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Somebody other than the analyst validates the result. */
export const analystsDoNotValidateThemselves: Rule = {
  id: '10004/7.4-C',
  clause: '10004/7.4',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: distinct(stage('analysis'), stage('validation')),
};
