import { files, stage } from '../../check/predicate.ts';
import { before } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The outside body gets the file of the complaint. */
export const theFileGoesAlong: Rule = {
  id: '10003/7.2-C',
  clause: '10003/7.2',
  appliesTo: ['dispute'],
  class: 'definition',
  property: before(files('complaint-file'), stage('screening', 'dispute-notice')),
};
