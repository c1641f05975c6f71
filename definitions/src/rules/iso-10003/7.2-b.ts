import { stage, tells } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The offer says who, how, what it costs, until when, that it is voluntary, and which way the law leaves open. */
export const theOfferIsComplete: Rule = {
  id: '10003/7.2-B',
  clause: '10003/7.2',
  appliesTo: ['complaint'],
  class: 'definition',
  property: all(stage('external-offer'), tells('complainant', 'provider', 'method', 'costs', 'time-limits', 'voluntary', 'legal-route')),
};
