import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { aDecisionIsActedUpon as rule } from './7.5.5-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the decision goes straight to the implementation`, () => {
  const definition = edited('external-dispute', put('#determination/on/rule/0/target', '#implementing'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'resolved',
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
      'rule → implementing',
      'done → verifying',
      'confirmed → closingFile',
      'close → resolved',
    ],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
