import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { resolvedMeansChecked as rule } from './7.6-b.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when what is reported as done is not checked`, () => {
  const definition = edited('external-dispute', put('#implementing/on/done/0/target', '#closingFile'));
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
      'done → closingFile',
      'close → resolved',
    ],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
