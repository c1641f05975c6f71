import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The procedure is tried out before it is used: every path once, and a pilot. */
export const theProcedureIsTried: Rule = {
  id: '10003/6.3.3-B',
  clause: '10003/6.3.3',
  appliesTo: ['dispute'],
  class: 'records',
  property: measured,
};
