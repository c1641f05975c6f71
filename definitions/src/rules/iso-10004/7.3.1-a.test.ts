import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { characteristicsAreWeighted as rule } from './7.3.1-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when nothing says how important each characteristic is`, () => {
  const definition = edited('satisfaction', put('/forms/characteristics/sections/0/fields/1/required', false));
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

test(`${rule.id} fails when nobody chose characteristics in time and customers are asked anyway`, () => {
  const { path, ...found } = breach(
    rule,
    edited('satisfaction', put('#characteristics/after/characteristicsBy', [{ target: '#collecting' }])),
  );
  expect({ ...found, last: path.at(-1) }).toEqual({ verdict: 'fails', at: 'collecting', last: 'characteristicsBy → collecting' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
