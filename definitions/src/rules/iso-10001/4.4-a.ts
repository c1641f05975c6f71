import { publishes } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Text, day of effect, contact and the way to complain are public. */
export const theCodeIsPublic: Rule = {
  id: '10001/4.4-A',
  clause: '10001/4.4',
  appliesTo: ['code'],
  class: 'definition',
  property: publishes('code-text', 'contact', 'complaint-route', 'effective-date'),
};
