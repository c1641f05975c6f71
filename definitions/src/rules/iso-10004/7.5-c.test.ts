import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { resultsLeadToAction as rule } from './7.5-c.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when a late report leads to nothing`, () => {
  const definition = edited('satisfaction', put('#communicating/after/communicateBy/0/target', '#monitoring'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'monitoring',
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
      'sampleReached → preparing',
      'ready → analysing',
      'analysed → validating',
      'valid → communicating',
      'communicateBy → monitoring',
    ],
  });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
