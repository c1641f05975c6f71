import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Those concerned are asked after the procedure. */
export const feedbackIsWelcome: Rule = {
  id: '10003/4.17-B',
  clause: '10003/4.17',
  appliesTo: ['dispute'],
  class: 'records',
  property: measured,
};
