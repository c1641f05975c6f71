import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Unresolved complaints are analysed by cause, value and outcome before methods are chosen. */
export const theNeedIsDiagnosed: Rule = {
  id: '10003/6.3.1-B',
  clause: '10003/6.3.1',
  appliesTo: ['dispute'],
  class: 'records',
  property: measured,
};
