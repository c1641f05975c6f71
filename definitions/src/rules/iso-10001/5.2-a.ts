import { linked } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The code belongs together with complaints, disputes and the measuring of satisfaction. */
export const theCodeIsLinked: Rule = {
  id: '10001/5.2-A',
  clause: '10001/5.2',
  appliesTo: ['code'],
  class: 'definition',
  property: linked('complaint', 'dispute', 'satisfaction'),
};
