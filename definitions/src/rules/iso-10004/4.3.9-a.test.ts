import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { answersAreConfidential as rule } from './4.3.9-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when the number of the invitation names no readers and so everybody reads it`, () => {
  const definition = edited('satisfaction', cut('/data/respondentId/visibleTo'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/data/respondentId',
    path: [],
  });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
