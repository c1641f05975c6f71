import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { end, smallDefinition, steps } from '../../../../test/tools/small-definition.ts';
import { policyIsNamed as rule } from './5.3-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when no policy is named`, () => {
  const definition = edited('complaint', cut('/policy'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/policy',
    path: [],
  });
});

test(`${rule.id} does not concern a general procedure`, () => {
  expect(verdictOn(rule, smallDefinition({ initial: 'over', states: steps({ over: end() }) }))).toBe('not concerned');
});
