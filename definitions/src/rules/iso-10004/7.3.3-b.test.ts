import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { questionsArePiloted as rule } from './7.3.3-b.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when the questionnaire goes out untried`, () => {
  const definition = edited('satisfaction', put('#designing/on/designed/0/target', '#collecting'));
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
      'designed → collecting',
    ],
  });
});

test(`${rule.id} fails when nobody tried the questionnaire in time and it goes out anyway`, () => {
  const { path, ...found } = breach(rule, edited('satisfaction', put('#piloting/after/pilotBy', [{ target: '#collecting' }])));
  expect({ ...found, last: path.at(-1) }).toEqual({ verdict: 'fails', at: 'collecting', last: 'pilotBy → collecting' });
});

test(`${rule.id} fails when questions that must be reworked go out all the same`, () => {
  const definition = edited('satisfaction', put('#piloting/on/rework/0/target', '#collecting'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'collecting' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
