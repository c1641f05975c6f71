import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { earlySettlementIsPossible as rule } from './7.4.1-c.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the direct offer means something else`, () => {
  const definition = edited('external-dispute', put('/events/offerDirect/act', 'x-talk'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'evaluating',
    path: ['start → referral', 'referred → consent', 'bothConsent → screening', 'admit → noticeReceived', 'logged → evaluating'],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
