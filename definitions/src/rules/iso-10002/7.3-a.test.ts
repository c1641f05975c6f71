import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { end, smallDefinition, steps } from '../../../../test/tools/small-definition.ts';
import { statusCanBeAsked as rule } from './7.3-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when nobody can ask how the case stands`, () => {
  const definition = edited('complaint', cut('/machine/on/statusRequest'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'intake',
    path: ['start → intake'],
  });
});

test(`${rule.id} does not concern a general procedure`, () => {
  expect(verdictOn(rule, smallDefinition({ initial: 'over', states: steps({ over: end() }) }))).toBe('not concerned');
});
