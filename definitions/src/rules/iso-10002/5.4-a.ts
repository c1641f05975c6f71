import { roles } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Top management, an owner of the process and those who handle complaints have their roles. */
export const responsibilityIsShared: Rule = {
  id: '10002/5.4-A',
  clause: '10002/5.4',
  appliesTo: ['complaint'],
  class: 'definition',
  property: roles('topManagement', 'processOwner', 'handler'),
};
