import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { thePositionIsComplete as rule } from './7.4.2-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when our position needs no offer`, () => {
  const definition = edited('external-dispute', put('/forms/position/sections/0/fields/3/required', false));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'positioning',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logged → evaluating',
      'ready → positioning',
    ],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
