import { outcome, stage } from '../../check/predicate.ts';
import { every } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** A file is closed as resolved only after somebody checked that it was carried out. */
export const resolvedMeansChecked: Rule = {
  id: '10003/7.6-B',
  clause: '10003/7.6',
  appliesTo: ['dispute'],
  class: 'definition',
  property: every(stage('implementation-check'), outcome('resolved')),
};
