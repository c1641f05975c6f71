import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { acknowledgedBeforeWorkGoesOn as rule } from './7.4-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when registering leads straight to the assessment`, () => {
  const definition = edited('complaint', put('#intake/on/register/0/target', '#assessing'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'investigating',
    path: ['start → intake', 'register → assessing', 'assessBy → investigating'],
  });
});

test(`${rule.id} fails when a letter that could not be sent is left to its deadline`, () => {
  const definition = edited('complaint', cut('#acknowledging/invoke/onError/0/actions/1'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'investigating',
    path: ['start → intake', 'register → acknowledging', 'failed → acknowledging', 'acknowledgeBy → assessing', 'assessBy → investigating'],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
