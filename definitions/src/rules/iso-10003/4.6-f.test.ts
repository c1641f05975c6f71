import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { aRefusalIsRespected as rule } from './4.6-f.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when a refusal leads to the outside body`, () => {
  const definition = edited('external-dispute', put('#consent/on/decline/0/target', '#screening'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'screening',
    path: ['start → referral', 'referred → consent', 'decline → screening'],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
