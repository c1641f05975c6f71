import { event, or, stage } from '../../check/predicate.ts';
import { within } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** From the notice of dispute to the first result it takes ninety days at most, which is our own bound. */
export const theFirstResultComesInTime: Rule = {
  id: '10003/4.11-B',
  clause: '10003/4.11',
  appliesTo: ['dispute'],
  class: 'definition',
  property: within(stage('dispute-notice'), or(event('settled', 'no-settlement'), stage('settlement', 'advisory')), 90),
};
