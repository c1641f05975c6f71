import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { ourOwnStepsHaveDeadlines as rule } from './4.3-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when our evaluation has no deadline`, () => {
  const definition = edited('external-dispute', cut('#evaluating/after'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'evaluating',
    path: ['start → referral', 'referred → consent', 'bothConsent → screening', 'admit → noticeReceived', 'logged → evaluating'],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
