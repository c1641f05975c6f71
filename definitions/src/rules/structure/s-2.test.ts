import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { everyStepIsReached as rule } from './s-2.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the only way to the notice of delay leads elsewhere`, () => {
  const definition = edited('complaint', put('#investigating/after/investigateBy/0/target', '#deciding'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'delayNotice',
    path: [],
  });
});

test(`${rule.id} still holds when one of several ways to a step is taken away`, () => {
  expect(verdictOn(rule, edited('complaint', cut('#assessing/on/urgent')))).toBe('holds');
});
