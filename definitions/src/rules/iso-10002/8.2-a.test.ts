import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { closingAsksForTheCause as rule } from './8.2-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when closing need not ask for the cause`, () => {
  const definition = edited('complaint', put('/forms/closure/sections/0/fields/1/required', false));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'closingUnresolved',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decideBy → ownerDeciding',
      'ownerDecidesBy → externalOffer',
      'decline → closingUnresolved',
    ],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
