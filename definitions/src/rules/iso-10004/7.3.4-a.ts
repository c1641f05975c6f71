import { stage, tells } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Whoever is asked hears what for, how answers are protected and that it is voluntary. */
export const theInvitationSaysWhatMatters: Rule = {
  id: '10004/7.3.4-A',
  clause: '10004/7.3.4',
  appliesTo: ['satisfaction'],
  class: 'definition',
  property: all(stage('direct-measure'), tells('customer', 'purpose', 'privacy', 'voluntary')),
};
