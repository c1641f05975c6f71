import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theCodeIsEasyToGet as rule } from './4.5-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when it is to be had on the internet only`, () => {
  const definition = edited('code-of-conduct', put('/channels', ['web', 'email']));
  expect(breach(rule, definition)).toEqual({ verdict: 'fails', at: '/channels', path: [] });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
