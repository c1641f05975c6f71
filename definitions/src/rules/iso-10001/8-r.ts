import { and, end, or, outcome, stage, tells } from '../../check/predicate.ts';
import { after, before, between, both } from '../../check/property.ts';
import type { Rule } from '../../check/rule.ts';

const told = and(stage('retire'), tells('customer', 'open-promises'));

/** Customers are told before a code that is in force ends, whatever the end is called, and what they were told comes about. */
export const theCodeDoesNotEndSilently: Rule = {
  id: '10001/8-R',
  clause: '10001/8',
  appliesTo: ['code'],
  class: 'definition',
  property: both(
    before(told, outcome('retired')),
    between(stage('in-force'), told, end),
    before(stage('in-force'), or(stage('retire'), outcome('retired'))),
    after(told, or(outcome('retired'), tells('customer', 'effective-date'))),
  ),
};
