import { expect, test } from '@jest/globals';
import { breach, edited, rename, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { everyComplaintLeavesARecord as rule } from './7.2-c.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the complaint is filed as a mere note`, () => {
  const definition = edited('complaint', rename('complaint-record', 'note'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'redirected',
    path: ['start → intake', 'outOfScope → redirected'],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
