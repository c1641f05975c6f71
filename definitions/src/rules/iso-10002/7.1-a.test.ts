import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { informationIsComplete as rule } from './7.1-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the public is not told what can be offered`, () => {
  const definition = edited('complaint', cut('/publishes/remedies'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/publishes',
    path: [],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
