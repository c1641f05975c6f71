import { fields, stage } from '../../check/predicate.ts';
import { all } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Method and possible remedies are chosen for the kind of dispute. */
export const theMethodSuitsTheDispute: Rule = {
  id: '10003/4.8-A',
  clause: '10003/4.8',
  appliesTo: ['dispute'],
  class: 'definition',
  property: all(stage('referral'), fields('dispute-type', 'method', 'remedies-available')),
};
