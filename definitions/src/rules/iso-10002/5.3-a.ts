import { declares } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A procedure names the policy, and its version, that it carries out. */
export const policyIsNamed: Rule = {
  id: '10002/5.3-A',
  clause: '10002/5.3',
  appliesTo: ['complaint', 'escalation', 'dispute', 'code', 'satisfaction'],
  class: 'definition',
  property: declares('policy'),
};
