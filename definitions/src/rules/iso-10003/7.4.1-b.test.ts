import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { evaluatedByAnother as rule } from './7.4.1-b.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when whoever decided before may evaluate`, () => {
  const definition = edited('external-dispute', cut('#evaluating/invoke/input/excludes'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'evaluating',
    path: ['start → referral', 'referred → consent', 'bothConsent → screening', 'admit → noticeReceived', 'logged → evaluating'],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
