import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theWayOutsideIsPublic as rule } from './4.13-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the public is not told what it costs`, () => {
  const definition = edited('external-dispute', cut('/publishes/costs'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/publishes',
    path: [],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
