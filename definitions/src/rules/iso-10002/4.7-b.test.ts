import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { reviewByAFreshEye as rule } from './4.7-b.ts';

test(`${rule.id} holds for the complaint procedures`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
  expect(verdictOn(rule, 'starter')).toBe('holds');
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

test(`${rule.id} fails when whoever took the decision over may review it`, () => {
  const definition = edited('starter', cut('#awaitingAnswer/on/reject/0/guard'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'reviewing',
    path: [
      'start → recording',
      'recorded → examining',
      'examined → deciding',
      'headTakesOver → deciding',
      'decide → awaitingAnswer',
      'reject → reviewing',
    ],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
