import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { aDecisionBinds as rule } from './7.6-f.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when a review of the decision that takes too long ends it`, () => {
  const definition = edited('external-dispute', put('#awardReview/after/awardReviewBy/0/target', '#notResolved'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'unresolved',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logged → evaluating',
      'ready → positioning',
      'submit → facilitation',
      'noSettlement → advisory',
      'adviseBy → determinativeOffer',
      'bothConsentBinding → determination',
      'rule → award',
      'seekReview → awardReview',
      'awardReviewBy → notResolved',
      'close → unresolved',
    ],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
