import { asks, stage } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Who speaks another language, lives with a disability or sends somebody else can complain as well: the form has a place for it. */
export const helpForThoseWhoNeedIt: Rule = {
  id: '10002/4.5-B',
  clause: '10002/4.5',
  appliesTo: ['complaint'],
  class: 'definition',
  property: all(stage('receipt'), asks('representative', 'preferred-language', 'accessibility-needs')),
};
