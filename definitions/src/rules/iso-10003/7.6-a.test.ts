import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { whatWasAgreedIsCarriedOut as rule } from './7.6-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when complying leads to the closing of the file`, () => {
  const definition = edited('external-dispute', put('#award/on/comply/0/target', '#closingFile'));
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
      'rule → award',
      'comply → closingFile',
      'close → resolved',
    ],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
