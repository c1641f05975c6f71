import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { thePolicyOnDisputesIsNamed as rule } from './5.3.1-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when no policy is named`, () => {
  const definition = edited('external-dispute', cut('/policy'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/policy',
    path: [],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
