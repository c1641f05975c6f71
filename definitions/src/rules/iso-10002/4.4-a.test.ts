import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { peopleKnowHowToComplain as rule } from './4.4-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the public is not told whom to ask`, () => {
  const definition = edited('complaint', cut('/publishes/contact'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/publishes',
    path: [],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
