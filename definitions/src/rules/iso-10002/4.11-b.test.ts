import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { complaintsCanBeWithdrawn as rule } from './4.11-b.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the way to withdraw is taken away`, () => {
  const definition = edited('complaint', cut('/machine/on/withdraw'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'intake',
    path: ['start → intake'],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
