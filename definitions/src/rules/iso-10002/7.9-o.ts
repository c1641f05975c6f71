import { and, by, event, or, stage } from '../../check/predicate.ts';
import { after } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** After each reply the complainant may answer; who answers, or goes outside, while it is under way has had a say. */
export const theComplainantHasASay: Rule = {
  id: '10002/7.9-O',
  clause: '10002/7.9',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: after(
    stage('response'),
    or(stage('awaiting-complainant'), and(event('accept', 'satisfied', 'reject', 'go-external'), by('complainant'))),
  ),
};
