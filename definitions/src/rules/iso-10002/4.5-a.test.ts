import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { manyWaysToReachUs as rule } from './4.5-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when all channels need the internet`, () => {
  const definition = edited('complaint', put('/channels', ['web', 'email', 'chat']));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/channels',
    path: [],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
