import { and, consent, event, fromStage, openTo, or, stage } from '../../check/predicate.ts';
import { before, between, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

const result = or(event('decision'), and(event('signed', 'both-accept'), or(openTo('complainant'), openTo('provider'))));
/** Where both sign one after the other, either may be the last. */
const signedFirst = and(fromStage('settlement', 'recommendation'), consent('complainant'));

/** Nothing is carried out that was not agreed, by word of the complainant or of the outside body, or decided; what was set aside is no decision any more. */
export const nothingIsImposed: Rule = {
  id: '10003/7.6-D',
  clause: '10003/7.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: both(before(or(result, signedFirst), stage('implementation')), between(event('set-aside'), result, stage('implementation'))),
};
