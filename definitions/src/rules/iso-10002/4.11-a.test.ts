import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { factsCanBeAdded as rule } from './4.11-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the way to add information is taken away`, () => {
  const definition = edited('complaint', cut('/machine/on/addInfo'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'intake',
    path: ['start → intake'],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
