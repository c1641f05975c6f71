import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { positionBeforeMethod as rule } from './7.4.2-b.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when a direct settlement that nobody signs leads straight to the advice`, () => {
  const definition = edited('external-dispute', put('#directSettlement/after/reflection/0/target', '#advisory'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'advisory',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logged → evaluating',
      'offerDirect → directSettlement',
      'reflection → advisory',
    ],
  });
});

test(`${rule.id} fails when the position is not ours`, () => {
  const definition = edited('external-dispute', put('#positioning/invoke/input/role', 'complainant'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'facilitation' });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
