import { or, stage, tells } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The complainant hears what is carried out, and until when. */
export const theComplainantKnowsWhatComes: Rule = {
  id: '10003/7.6-C',
  clause: '10003/7.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(
    stage('implementation'),
    or(tells('complainant', 'terms'), tells('complainant', 'until-when'), tells('complainant', 'new-date')),
  ),
};
