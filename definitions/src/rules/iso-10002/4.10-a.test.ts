import { expect, test } from '@jest/globals';
import { breach, edited, join, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { end, smallDefinition, steps } from '../../../../test/tools/small-definition.ts';
import { personalDataForThoseInNeed as rule } from './4.10-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the person complained about may read the name`, () => {
  const definition = edited('complaint', join('/data/complainantName/visibleTo', 'subject'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/data/complainantName',
    path: [],
  });
});

test(`${rule.id} fails when a letter tells the name to somebody who may not read it`, () => {
  const definition = edited('complaint', put('/letters/overdueNotice/blocks/0/text/en', 'Late: {complainantName}'));
  expect(breach(rule, definition)).toEqual({ verdict: 'fails', at: '/letters/overdueNotice', path: [] });
});

test(`${rule.id} does not concern a general procedure`, () => {
  expect(verdictOn(rule, smallDefinition({ initial: 'over', states: steps({ over: end() }) }))).toBe('not concerned');
});
