import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { noReplyWithoutDecision as rule } from './7.7-b.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when a missed decision is answered all the same`, () => {
  const definition = edited('complaint', put('#ownerDeciding/after/ownerDecidesBy/0/target', '#responding'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'responding',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decideBy → ownerDeciding',
      'ownerDecidesBy → responding',
    ],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
