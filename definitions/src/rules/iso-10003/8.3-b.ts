import { or, stage, tells } from '../../check/predicate.ts';
import { every, measuredBy } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The complainant is asked how the procedure was, however it ended. */
export const bothSidesAreAsked: Rule = {
  id: '10003/8.3-B',
  clause: '10003/8.3',
  appliesTo: ['dispute'],
  class: 'records',
  property: measuredBy(every(or(stage('satisfaction-survey'), tells('complainant', 'survey')))),
};
