import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { doneIsReportedBySomebody as rule } from './7.6-g.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when a deadline that has passed counts as done`, () => {
  const definition = edited('external-dispute', put('#implementationOverdue/after/lateImplementBy/0/target', '#verifying'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'resolved',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logged → evaluating',
      'offerDirect → directSettlement',
      'signed → implementing',
      'implementBy → implementationOverdue',
      'lateImplementBy → verifying',
      'confirmed → closingFile',
      'close → resolved',
    ],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
