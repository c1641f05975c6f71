import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { noEndWithoutClosing as rule } from './7.7-c.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when a decision that does not come ends the dispute at once`, () => {
  const definition = edited('external-dispute', put('#determination/after/ruleBy/0/target', '#unresolved'));
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
      'ruleBy → unresolved',
    ],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
