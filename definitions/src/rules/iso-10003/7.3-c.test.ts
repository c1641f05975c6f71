import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { aRefusedCaseIsClosedWithReasons as rule } from './7.3-c.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when a refusal of the outside body is not told`, () => {
  const definition = edited('external-dispute', cut('#screening/on/refuse/0/actions'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/machine/states/opening/states/screening/on/refuse/0',
    path: ['start → referral', 'referred → consent', 'bothConsent → screening', 'refuse → notPursued'],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
