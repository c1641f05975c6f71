import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { resultsAreShared as rule } from './4.3.3-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when customers cannot read how their answers are protected`, () => {
  const definition = edited('satisfaction', cut('/publishes/privacy-notice'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/publishes',
    path: [],
  });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
