import { event, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Nothing is carried out that was not agreed or decided. */
export const nothingIsImposed: Rule = {
  id: '10003/7.6-D',
  clause: '10003/7.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: before(event('signed', 'both-accept', 'decision'), stage('implementation')),
};
