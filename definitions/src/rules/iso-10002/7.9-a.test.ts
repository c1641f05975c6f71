import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theOutsideRouteIsTold as rule } from './7.9-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when a late decision closes the case at once`, () => {
  const definition = edited('complaint', put('#deciding/after/decideBy/0/target', '#closedUnresolved'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'closedUnresolved',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decideBy → closedUnresolved',
    ],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
