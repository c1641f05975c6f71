import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What causes disputes, and what the procedure achieves, is analysed each period. */
export const causesOfDisputesAreSeen: Rule = {
  id: '10003/8.2-B',
  clause: '10003/8.2',
  appliesTo: ['dispute'],
  class: 'records',
  property: measured,
};
