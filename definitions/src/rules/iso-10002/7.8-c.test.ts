import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theDecisionIsSentSoon as rule } from './7.8-c.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the decision may take nine days`, () => {
  const definition = edited('complaint', put('/delays/decideBy/days', 9));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'deciding',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'needInfo → awaitingInfo',
      'infoProvided → investigating',
      'findingsReady → deciding',
      'decideBy → ownerDeciding',
      'decide → responding',
      'sendBy → awaitingComplainant',
    ],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
