import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { moreThanOneMethod as rule } from './4.8-b.ts';

test('holds for the dispute procedure', () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test('fails when no step mediates any more', () => {
  const definition = edited('external-dispute', cut('#facilitation/tags'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '',
    path: [],
  });
});

test('does not concern a complaint procedure', () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
