import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { oneCanLeaveBeforeItBinds as rule } from './4.6-d.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when nobody can leave any more`, () => {
  const definition = edited('external-dispute', cut('/machine/states/opening/on/withdraw'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'referral',
    path: ['start → referral'],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
