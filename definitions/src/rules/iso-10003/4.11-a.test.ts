import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { everyWaitInADisputeIsLimited as rule } from './4.11-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the outside body may take for ever to admit a case`, () => {
  const definition = edited('external-dispute', cut('#screening/after'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'screening',
    path: ['start → referral', 'referred → consent', 'bothConsent → screening'],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
