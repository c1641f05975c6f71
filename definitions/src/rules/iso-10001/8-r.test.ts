import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theCodeDoesNotEndSilently as rule } from './8-r.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when the review ends it at once`, () => {
  const definition = edited('code-of-conduct', put('#reviewing/on/retire/0/target', '#retired'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'retired',
    path: [
      'start → objectives',
      'set → gathering',
      'ready → consulting',
      'inputAssessed → drafting',
      'drafted → legalCheck',
      'clear → indicators',
      'set → procedures',
      'set → communicationPlan',
      'set → resourcing',
      'set → approving',
      'approve → training',
      'trained → publishing',
      'published → inForce',
      'reviewDate → collecting',
      'collected → evaluating',
      'evaluated → satisfactionCheck',
      'measured → reviewing',
      'retire → retired',
    ],
  });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
