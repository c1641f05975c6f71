import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theBodyIsEasyToFind as rule } from './4.7-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the referral names nobody who helps`, () => {
  const definition = edited('external-dispute', put('/letters/referral/blocks/4/tells', ['how-to-apply']));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'referral',
    path: ['start → referral'],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
