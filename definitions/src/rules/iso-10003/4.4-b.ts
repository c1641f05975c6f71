import { measured } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** What we tell of the outside body and of results is right: letters are reviewed, its particulars verified within a year. */
export const whatWeTellOfTheBodyIsRight: Rule = {
  id: '10003/4.4-B',
  clause: '10003/4.4',
  appliesTo: ['dispute'],
  class: 'records',
  property: measured,
};
