import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { consentCanBeRefused as rule } from './4.6-c.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when consent cannot be refused`, () => {
  const definition = edited('external-dispute', cut('#consent/on/decline'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'consent',
    path: ['start → referral', 'referred → consent'],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
