import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theCodeIsPublic as rule } from './4.4-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when its text is not public`, () => {
  const definition = edited('code-of-conduct', cut('/publishes/code-text'));
  expect(breach(rule, definition)).toEqual({ verdict: 'fails', at: '/publishes', path: [] });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
