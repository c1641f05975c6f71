import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theDecisionIsHeard as rule } from './7.8-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the offer no longer says that nothing was decided`, () => {
  const definition = edited('complaint', cut('/letters/externalOffer/blocks/1/tells'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'closedUnresolved',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decideBy → ownerDeciding',
      'ownerDecidesBy → externalOffer',
      'decline → closingUnresolved',
      'close → closedUnresolved',
    ],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
