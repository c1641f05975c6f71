import { and, event, openTo, stage, waits } from '../../check/predicate.ts';
import { available, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Where consent is asked for, it can be refused, and by the complainant where it is the complainant who is asked. */
export const consentCanBeRefused: Rule = {
  id: '10003/4.6-C',
  clause: '10003/4.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: both(
    available(and(event('decline'), openTo('complainant')), and(stage('consent'), waits('complainant'))),
    available(event('decline'), stage('consent')),
  ),
};
