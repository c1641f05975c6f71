import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { recommendationsAreAnswered as rule } from './7.5.4-b.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when only the complainant can answer the recommendation`, () => {
  const definition = edited('external-dispute', put('#recommendation/on', { complainantReject: [{ target: '#determinativeOffer' }] }));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'recommendation',
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
