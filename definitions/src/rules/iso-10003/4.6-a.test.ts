import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { noMethodWithoutConsent as rule } from './4.6-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the referral goes straight to the outside body`, () => {
  const definition = edited('external-dispute', put('#referral/on/referred/0/target', '#screening'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'screening',
    path: ['start → referral', 'referred → screening'],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
