import { fields, stage } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Whoever consents knows that it is voluntary, how it works, what may come out, what that means in law, what it costs and how to leave. */
export const consentIsInformed: Rule = {
  id: '10003/4.6-B',
  clause: '10003/4.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(
    stage('consent'),
    fields('voluntary', 'process-understood', 'possible-outcomes', 'legal-effect', 'costs', 'right-to-withdraw'),
  ),
};
