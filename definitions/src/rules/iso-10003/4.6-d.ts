import { and, event, openTo, stage } from '../../check/predicate.ts';
import { available } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The complainant can leave as long as nothing binds. */
export const oneCanLeaveBeforeItBinds: Rule = {
  id: '10003/4.6-D',
  clause: '10003/4.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: available(
    and(event('withdraw'), openTo('complainant')),
    stage(
      'referral',
      'consent',
      'screening',
      'dispute-notice',
      'evaluation',
      'position',
      'facilitative',
      'settlement',
      'advisory',
      'recommendation',
    ),
  ),
};
