import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { analystsDoNotValidateThemselves as rule } from './7.4-c.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when whoever analysed may validate`, () => {
  const definition = edited('satisfaction', cut('#validating/invoke/input/excludes/0'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'validating',
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
    ],
  });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
