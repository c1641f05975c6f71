import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { bindingNeedsItsOwnConsent as rule } from './7.5.2-b.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the second consent is none to a binding result`, () => {
  const definition = edited('external-dispute', cut('#determinativeOffer/on/bothConsentBinding/0/meta/binding'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'determination',
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
    ],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
