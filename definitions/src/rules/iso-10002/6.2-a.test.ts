import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { objectivesAreMeasurable as rule } from './6.2-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when satisfaction has no target`, () => {
  const definition = edited('complaint', cut('/kpis/satisfaction/atLeast'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/kpis',
    path: [],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
