import { expect, test } from '@jest/globals';
import { breach, edited, rename, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { somebodyCoordinatesSettlesAndCarriesOut as rule } from './4.5-a.ts';

test('holds for the dispute procedure', () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test('fails when nobody is called the coordinator', () => {
  const definition = edited('external-dispute', rename('coordinator', 'clerk'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/roles',
    path: [],
  });
});

test('does not concern a complaint procedure', () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
