import { publishes } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** People can read who the outside body is, how it works, what it costs, how long it takes and what binds whom. */
export const theWayOutsideIsPublic: Rule = {
  id: '10003/4.13-A',
  clause: '10003/4.13',
  appliesTo: ['dispute'],
  class: 'definition',
  property: publishes('provider', 'method', 'costs', 'timescales', 'binding-effect'),
};
