import { expect, test } from '@jest/globals';
import { breach, edited, put, rename, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { somebodyCoordinatesSettlesAndCarriesOut as rule } from './4.5-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when nobody coordinates: the role is another one, of another competence`, () => {
  const definition = edited('external-dispute', (draft) => {
    rename('coordinator', 'clerk')(draft);
    put('/roles/clerk/competence', ['courtesy'])(draft);
  });
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/roles',
    path: [],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
