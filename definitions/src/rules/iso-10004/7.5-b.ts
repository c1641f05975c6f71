import { fields, stage } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Each action has somebody responsible, a date and a check whether it helped. */
export const actionsHaveOwnerAndDate: Rule = {
  id: '10004/7.5-B',
  clause: '10004/7.5',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: all(stage('action'), fields('action', 'owner', 'due-date', 'effectiveness-check')),
};
