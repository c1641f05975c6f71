import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { misdirectedOnlyAtTheStart as rule } from './7.9-j.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when a late decision sends the case away as not ours`, () => {
  const definition = edited('complaint', put('#deciding/after/decideBy/0/target', '#redirected'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/machine/states/verdict/states/deciding/after/decideBy/0',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decideBy → redirected',
    ],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
