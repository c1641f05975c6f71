import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { methodsCanBeImproved as rule } from './8-b.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when the review can only go on or stop`, () => {
  const definition = edited('satisfaction', cut('#reviewing/on/improve'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'reviewing',
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
      'sent → acting',
      'planned → monitoring',
      'review → reviewing',
    ],
  });
});

test(`${rule.id} fails when what is to be improved is measured no more`, () => {
  const definition = edited('satisfaction', put('#reviewing/on/improve/0/target', '#monitoring'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'monitoring' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
