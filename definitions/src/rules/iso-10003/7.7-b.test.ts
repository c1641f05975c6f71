import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theLegalWayIsTold as rule } from './7.7-b.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the closing letter does not tell the legal way`, () => {
  const definition = edited('external-dispute', put('/letters/closureUnresolved/blocks/3/tells', ['contact']));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'unresolved',
    path: ['start → referral', 'referred → consent', 'decline → notPursued', 'close → unresolved'],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
