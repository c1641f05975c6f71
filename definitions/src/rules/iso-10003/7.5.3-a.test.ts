import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { settlementsAreClearAndUnhurried as rule } from './7.5.3-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when a settlement needs no signatures`, () => {
  const definition = edited('external-dispute', put('/forms/settlement/sections/0/fields/2/required', false));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'directSettlement',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logged → evaluating',
      'offerDirect → directSettlement',
    ],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
