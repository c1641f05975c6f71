import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { silenceIsNoConsent as rule } from './4.6-g.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when silence leads to the outside body`, () => {
  const definition = edited('external-dispute', put('#consent/after/consentBy/0/target', '#screening'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/machine/states/opening/states/consent/after/consentBy/0',
    path: ['start → referral', 'referred → consent', 'consentBy → screening'],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
