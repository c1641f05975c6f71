import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { resultsReachThoseWhoCanAct as rule } from './7.5-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when valid results lead to action before anybody is told`, () => {
  const definition = edited('satisfaction', put('#validating/on/valid/0/target', '#acting'));
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
      'valid → acting',
      'planned → monitoring',
    ],
  });
});

test(`${rule.id} fails when what customers answered is put away`, () => {
  const definition = edited('satisfaction', put('#collecting/on/sampleReached/0/target', '#acting'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'monitoring' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
