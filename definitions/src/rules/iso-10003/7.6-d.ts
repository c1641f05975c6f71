import { event, stage } from '../../check/predicate.ts';
import { before, between, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

const result = event('signed', 'both-accept', 'decision');

/** Nothing is carried out that was not agreed or decided; a decision that was set aside is none any more. */
export const nothingIsImposed: Rule = {
  id: '10003/7.6-D',
  clause: '10003/7.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: both(before(result, stage('implementation')), between(event('set-aside'), result, stage('implementation'))),
};
