import { expect, test } from '@jest/globals';
import { breach, edited, rename, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { responseIsMarked as rule } from './7.8-d.ts';

test(`${rule.id} holds for the complaint procedures`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
  expect(verdictOn(rule, 'starter')).toBe('holds');
});

test(`${rule.id} fails when no step is marked as the response`, () => {
  const definition = edited('starter', rename('stage:response', 'stage:information'));
  expect(breach(rule, definition)).toEqual({ verdict: 'fails', at: '', path: [] });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
