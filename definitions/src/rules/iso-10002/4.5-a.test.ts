import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { check } from '../../check/check.ts';
import { manyWaysToReachUs as rule } from './4.5-a.ts';
import { iso10002 } from './pack.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when all channels need the internet`, () => {
  const definition = edited('complaint', put('/channels', ['web', 'email', 'chat']));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/channels',
    path: [],
  });
});

test(`${rule.id} fails when there are too few, and names one that is not open yet`, () => {
  const [found] = check({ definition: edited('complaint', put('/channels', ['web', 'phone'])) }, { packs: [iso10002] }).filter(
    (each) => each.rule === rule.id,
  );
  expect(found?.failures).toEqual([{ element: '/channels', facts: { count: 2, least: 3, missing: ['letter', 'in-person'] }, path: [] }]);
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
