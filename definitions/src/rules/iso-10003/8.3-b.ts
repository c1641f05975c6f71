import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Both sides are asked how the procedure was. */
export const bothSidesAreAsked: Rule = {
  id: '10003/8.3-B',
  clause: '10003/8.3',
  appliesTo: ['dispute'],
  class: 'records',
  property: measured,
};
