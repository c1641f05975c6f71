import { event, stage } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Where consent is asked for, it can be refused. */
export const consentCanBeRefused: Rule = {
  id: '10003/4.6-C',
  clause: '10003/4.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: available(event('decline'), stage('consent')),
};
