import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { objectivesComeFirst as rule } from './6.1-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when objectives need no measures`, () => {
  const definition = edited('code-of-conduct', put('/forms/objectives/sections/0/fields/1/required', false));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'drafting',
    path: ['start → objectives', 'set → gathering', 'ready → consulting', 'inputAssessed → drafting'],
  });
});

test(`${rule.id} fails when nobody set objectives in time and drafting begins anyway`, () => {
  const { path, ...found } = breach(rule, edited('code-of-conduct', put('#objectives/after/objectivesBy/0/target', '#drafting')));
  expect({ ...found, last: path.at(-1) }).toEqual({ verdict: 'fails', at: 'drafting', last: 'objectivesBy → drafting' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
