import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { customersAreIdentified as rule } from './7.2.1-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when the resources lead straight to the expectations`, () => {
  const definition = edited('satisfaction', put('#resourcing/on/set/0/target', '#expectations'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'expectations',
    path: ['start → purpose', 'set → scoping', 'set → methods', 'set → resourcing', 'set → expectations'],
  });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
