import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theAccusedDoNotJudge as rule } from './4.7-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the person complained about may investigate`, () => {
  const definition = edited('complaint', cut('#investigating/invoke/input/excludes'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'investigating',
    path: ['start → intake', 'register → acknowledging', 'acknowledgeBy → assessing', 'assessBy → investigating'],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
