import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { reviewIsAnOption as rule } from './7.9-g.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when no step is an internal review any more`, () => {
  const definition = edited('complaint', cut('#reviewing/tags'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '',
    path: [],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
