import { event, stage } from '../../check/predicate.ts';
import { after } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What was agreed or decided is carried out. */
export const whatWasAgreedIsCarriedOut: Rule = {
  id: '10003/7.6-A',
  clause: '10003/7.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: after(event('signed', 'both-accept', 'comply', 'upheld'), stage('implementation')),
};
