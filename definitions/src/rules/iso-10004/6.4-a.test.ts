import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { resourcesAreGranted as rule } from './6.4-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when the methods lead straight to the customers`, () => {
  const definition = edited('satisfaction', put('#methods/on/set/0/target', '#customers'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'collecting',
    path: [
      'start → purpose',
      'set → scoping',
      'set → methods',
      'set → customers',
      'set → expectations',
      'set → characteristics',
      'set → indirect',
      'collected → designing',
      'designed → piloting',
      'ok → collecting',
    ],
  });
});

test(`${rule.id} fails when nobody decided in time and work goes on`, () => {
  const { path, ...found } = breach(rule, edited('satisfaction', put('#resourcing/after/resourcesBy/1/target', '#customers')));
  expect(found).toMatchObject({ at: 'collecting' });
  expect(path).toContain('resourcesBy → customers');
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
