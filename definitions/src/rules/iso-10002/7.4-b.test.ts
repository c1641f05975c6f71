import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { acknowledgedAtOnce as rule } from './7.4-b.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when registering may take five working days`, () => {
  const definition = edited('complaint', put('/delays/registerBy/workingDays', 5));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'intake',
    path: ['start → intake', 'registerBy → acknowledging'],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
