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

test(`${rule.id} fails when the button names who signs, so that nobody fills in the form, and holds when it asks that form itself`, () => {
  const unasked = edited('external-dispute', put('/events/signed/by', ['complainant']));
  expect(breach(rule, unasked)).toMatchObject({ verdict: 'fails', at: 'directSettlement' });
  const asked = edited('external-dispute', (draft) => {
    put('/events/signed/by', ['complainant'])(draft);
    put('/events/signed/form', 'settlement')(draft);
  });
  expect(verdictOn(rule, asked)).toBe('holds');
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
