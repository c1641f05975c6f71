import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { resultsAreReasonedToBoth as rule } from './4.9-d.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the recommendation goes to the complainant alone`, () => {
  const definition = edited('external-dispute', put('/letters/recommendation/to', ['complainant']));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/machine/states/opening/states/advisory/on/recommend/0',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logged → evaluating',
      'ready → positioning',
      'submit → facilitation',
      'noSettlement → advisory',
      'recommend → recommendation',
    ],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
