import { and, records, stage, tells } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** The notice of dispute is recorded, confirmed to the outside body and passed to those who handled the complaint. */
export const theNoticeIsHandled: Rule = {
  id: '10003/7.3-A',
  clause: '10003/7.3',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(stage('dispute-notice'), and(records('dispute-notice'), tells('provider', 'receipt'), tells('handler', 'dispute-notice'))),
};
