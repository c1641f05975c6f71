import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { ourRefusalIsReasoned as rule } from './7.5.4-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when our refusal is told to nobody`, () => {
  const definition = edited('external-dispute', cut('#recommendation/on/orgReject/0/actions'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/machine/states/opening/states/recommendation/on/orgReject/0',
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
      'orgReject → determinativeOffer',
    ],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
