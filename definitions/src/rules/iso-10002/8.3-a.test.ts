import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { complainantsAreAsked as rule } from './8.3-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when no step asks how people were treated any more`, () => {
  const definition = edited('complaint', cut('#surveying/tags'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '',
    path: [],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
