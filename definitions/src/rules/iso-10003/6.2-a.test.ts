import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { disputesHaveObjectives as rule } from './6.2-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when settling has no target`, () => {
  const definition = edited('external-dispute', cut('/kpis/settled/atLeast'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/kpis',
    path: [],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
