import { or, outcome, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Nobody is sent outside or closed as unresolved without an investigation. */
export const nobodyIsTurnedAwayUnheard: Rule = {
  id: '10002/7.6-D',
  clause: '10002/7.6',
  appliesTo: ['complaint'],
  class: 'definition',
  property: before(stage('investigation'), or(stage('external-offer'), outcome('unresolved'))),
};
