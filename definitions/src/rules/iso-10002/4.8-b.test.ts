import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { beingFreeIsSaid as rule } from './4.8-b.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when nobody says that it is free`, () => {
  const definition = edited('complaint', cut('/publishes/no-charge'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/publishes',
    path: [],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
