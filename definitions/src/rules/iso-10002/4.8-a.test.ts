import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { complainingIsFree as rule } from './4.8-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when going outside costs money`, () => {
  const definition = edited('complaint', put('#externalOffer/meta/charge', { amount: 20, currency: 'EUR' }));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'externalOffer',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decideBy → ownerDeciding',
      'ownerDecidesBy → externalOffer',
    ],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
