import { fields, stage } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The text says what it covers and promises, its limits, whom to ask, where to complain and what follows a broken promise. */
export const theTextIsComplete: Rule = {
  id: '10001/6.4-A',
  clause: '10001/6.4',
  appliesTo: ['code'],
  class: 'definition',
  property: all(
    stage('drafting'),
    fields('scope', 'purpose', 'promises', 'limitations', 'definitions', 'contact', 'complaint-route', 'remedy'),
  ),
};
