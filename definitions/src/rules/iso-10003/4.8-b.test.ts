import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { moreThanOneMethod as rule } from './4.8-b.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when no step mediates any more`, () => {
  const definition = edited('external-dispute', cut('#facilitation/tags'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '',
    path: [],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
