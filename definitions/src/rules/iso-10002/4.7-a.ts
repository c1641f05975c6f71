import { and, any, excludes, fromStage, not, openTo, stage, stays } from '../../check/predicate.ts';
import { all, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

/** Whoever is complained about neither investigates nor decides nor reviews, nor moves the case on from there. */
export const theAccusedDoNotJudge: Rule = {
  id: '10002/4.7-A',
  clause: '10002/4.7',
  appliesTo: ['complaint', 'escalation'],
  class: 'definition',
  property: both(
    all(stage('investigation', 'decision', 'internal-review'), excludes('subject')),
    all(and(fromStage('investigation', 'decision', 'internal-review'), openTo('subject'), not(stays)), not(any)),
  ),
};
