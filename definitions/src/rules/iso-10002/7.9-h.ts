import { stage } from '../../check/predicate.ts';
import { reach } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Who is not satisfied can go outside. */
export const outsideIsAnOption: Rule = {
  id: '10002/7.9-H',
  clause: '10002/7.9',
  appliesTo: ['complaint'],
  class: 'definition',
  property: reach(stage('external-offer')),
};
