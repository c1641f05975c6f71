import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { purposeComesFirst as rule } from './6.1-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when no objectives need be set`, () => {
  const definition = edited('satisfaction', put('/forms/purpose/sections/0/fields/1/required', false));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'methods',
    path: ['start → purpose', 'set → scoping', 'set → methods'],
  });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
