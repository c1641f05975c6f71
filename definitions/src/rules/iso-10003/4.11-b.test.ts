import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theFirstResultComesInTime as rule } from './4.11-b.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the mediation may take a hundred and twenty days`, () => {
  const definition = edited('external-dispute', put('/delays/mediateBy/days', 120));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'facilitation',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logBy → evaluating',
      'evaluateBy → positioning',
      'positionBy → facilitation',
      'mediateBy → advisory',
    ],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
