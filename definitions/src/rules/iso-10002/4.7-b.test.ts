import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { reviewByAFreshEye as rule } from './4.7-b.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when whoever decided may review`, () => {
  const definition = edited('complaint', cut('#reviewing/invoke/input/excludes/1'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'reviewing',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decide → responding',
      'sendBy → awaitingComplainant',
      'reject → reviewing',
    ],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
