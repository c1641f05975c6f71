import { and, event, openTo, or, stage } from '../../check/predicate.ts';
import { before, between, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

const result = or(event('decision'), and(event('signed', 'both-accept'), openTo('complainant')));

/** Nothing is carried out that the complainant did not agree to and nobody decided; a decision that was set aside is none any more. */
export const nothingIsImposed: Rule = {
  id: '10003/7.6-D',
  clause: '10003/7.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: both(before(result, stage('implementation')), between(event('set-aside'), result, stage('implementation'))),
};
