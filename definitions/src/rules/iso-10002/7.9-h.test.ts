import { expect, test } from '@jest/globals';
import { breach, edited, rename, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { outsideIsAnOption as rule } from './7.9-h.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when no step offers the outside body any more`, () => {
  const definition = edited('complaint', rename('stage:external-offer', 'stage:deadlock'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '',
    path: [],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
