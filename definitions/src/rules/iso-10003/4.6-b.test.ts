import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { consentIsInformed as rule } from './4.6-b.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when costs need not be known`, () => {
  const definition = edited('external-dispute', put('/forms/consent/sections/0/fields/4/required', false));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'consent',
    path: ['start → referral', 'referred → consent'],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
