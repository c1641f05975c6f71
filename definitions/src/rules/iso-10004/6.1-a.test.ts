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

test(`${rule.id} fails when nobody set a purpose in time and methods are chosen anyway`, () => {
  const { path, ...found } = breach(rule, edited('satisfaction', put('#purpose/after/purposeBy/0/target', '#methods')));
  expect({ ...found, last: path.at(-1) }).toEqual({ verdict: 'fails', at: 'methods', last: 'purposeBy → methods' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
