import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theRecordIsComplete as rule } from './7.2-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when what is wanted need not be asked`, () => {
  const definition = edited('complaint', put('/forms/complaint/sections/0/fields/2/required', false));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'intake',
    path: ['start → intake'],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
