import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { longWorkSendsUpdates as rule } from './7.3-b.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the investigation sends no updates`, () => {
  const definition = edited('complaint', cut('#investigating/after/update'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'investigating',
    path: ['start → intake', 'register → acknowledging', 'acknowledgeBy → assessing', 'assessBy → investigating'],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
