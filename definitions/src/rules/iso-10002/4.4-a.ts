import { publishes } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Customers, staff and others are told how and where to complain, and what happens then. */
export const peopleKnowHowToComplain: Rule = {
  id: '10002/4.4-A',
  clause: '10002/4.4',
  appliesTo: ['complaint'],
  class: 'definition',
  property: publishes('channels', 'steps', 'timescales', 'contact'),
};
