import { fields, stage } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Closing asks for the cause, the category, whether it can come again and what is done against that. */
export const closingAsksForTheCause: Rule = {
  id: '10002/8.2-A',
  clause: '10002/8.2',
  appliesTo: ['complaint'],
  class: 'definition',
  property: all(stage('closure'), fields('root-cause', 'category', 'systemic', 'corrective-action')),
};
