import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { closingTheFileTeaches as rule } from './7.7-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when closing needs no lessons`, () => {
  const definition = edited('external-dispute', put('/forms/closure/sections/0/fields/2/required', false));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'notPursued',
    path: ['start → referral', 'referred → consent', 'decline → notPursued'],
  });
});

test(`${rule.id} fails when the button that closes names who may press it, so that nobody fills in the form`, () => {
  const definition = edited('external-dispute', put('/events/close/by', ['coordinator']));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: expect.stringMatching(/^(notPursued|notResolved|closingFile)$/) });
  const asked = edited('external-dispute', put('/events/close', { label: { en: 'Close' }, by: ['coordinator'], form: 'closure' }));
  expect(verdictOn(rule, asked)).toBe('holds');
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
