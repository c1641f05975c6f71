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

test(`${rule.id} fails when nobody named the customers in time and their expectations are sought anyway`, () => {
  const { path, ...found } = breach(rule, edited('satisfaction', put('#customers/after/customersBy', [{ target: '#expectations' }])));
  expect({ ...found, last: path.at(-1) }).toEqual({ verdict: 'fails', at: 'expectations', last: 'customersBy → expectations' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
