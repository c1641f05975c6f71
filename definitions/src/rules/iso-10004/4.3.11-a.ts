import { competence } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Each role in asking and analysing says what its people must be able to do. */
export const surveyorsAreCompetent: Rule = {
  id: '10004/4.3.11-A',
  clause: '10004/4.3.11',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: competence,
};
