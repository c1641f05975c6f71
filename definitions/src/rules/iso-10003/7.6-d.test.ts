import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { nothingIsImposed as rule } from './7.6-d.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when a refused decision is carried out`, () => {
  const definition = edited('external-dispute', put('#determinativeOffer/on/decline/0/target', '#implementing'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'implementing',
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
      'decline → implementing',
    ],
  });
});

test(`${rule.id} fails when a decision that was set aside is carried out`, () => {
  const definition = edited('external-dispute', put('#awardReview/on/setAside/0/target', '#implementing'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'implementing' });
  expect(breach(rule, definition).path.slice(-2)).toEqual(['seekReview → awardReview', 'setAside → implementing']);
});

test(`${rule.id} fails when we sign in the place of whoever complained`, () => {
  const definition = edited('external-dispute', put('#directSettlement/invoke/input/role', 'coordinator'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'implementing' });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
