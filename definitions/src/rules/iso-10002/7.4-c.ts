import { stage, tells } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The acknowledgement says that the complaint is here, its number, whom to ask, what happens next and by when. */
export const acknowledgementSaysWhatMatters: Rule = {
  id: '10002/7.4-C',
  clause: '10002/7.4',
  appliesTo: ['complaint'],
  class: 'definition',
  property: all(stage('acknowledgement'), tells('complainant', 'receipt', 'case-id', 'contact', 'next-steps', 'expected-date')),
};
