import { declares } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The procedure names the policy: when to offer, which body, who may settle. */
export const thePolicyOnDisputesIsNamed: Rule = {
  id: '10003/5.3.1-A',
  clause: '10003/5.3.1',
  appliesTo: ['dispute'],
  class: 'definition',
  property: declares('policy'),
};
