import { and, fields, stage, tells } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A settlement has terms, dates and signatures, and time to think about what it means in law. */
export const settlementsAreClearAndUnhurried: Rule = {
  id: '10003/7.5.3-A',
  clause: '10003/7.5.3',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(
    stage('settlement'),
    and(fields('terms', 'due-dates', 'signatures'), tells('complainant', 'reflection-period', 'legal-effect')),
  ),
};
