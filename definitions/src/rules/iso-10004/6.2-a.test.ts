import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { scopeAndFrequencyAreSet as rule } from './6.2-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when nothing says how often customers are asked`, () => {
  const definition = edited('satisfaction', put('/forms/scope/sections/0/fields/1/required', false));
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

test(`${rule.id} fails when nobody set the scope in time and customers are asked anyway`, () => {
  const { path, ...found } = breach(rule, edited('satisfaction', put('#scoping/after/scopeBy/0/target', '#collecting')));
  expect({ ...found, last: path.at(-1) }).toEqual({ verdict: 'fails', at: 'collecting', last: 'scopeBy → collecting' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
