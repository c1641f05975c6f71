import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { methodsArePlanned as rule } from './6.3-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when nothing files who does what`, () => {
  const definition = edited('satisfaction', cut('/forms/methods/records/1'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'collecting',
    path: [
      'start → purpose',
      'set → scoping',
      'set → methods',
      'set → resourcing',
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

test(`${rule.id} fails when nobody planned the method in time and customers are asked anyway`, () => {
  const { path, ...found } = breach(rule, edited('satisfaction', put('#methods/after/methodsBy', [{ target: '#collecting' }])));
  expect({ ...found, last: path.at(-1) }).toEqual({ verdict: 'fails', at: 'collecting', last: 'methodsBy → collecting' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
