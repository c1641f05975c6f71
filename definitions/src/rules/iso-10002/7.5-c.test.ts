import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { urgentMattersHaveAFastPath as rule } from './7.5-c.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when no step is the fast path any more`, () => {
  const definition = edited('complaint', cut('#interimAction/tags'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '',
    path: [],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
