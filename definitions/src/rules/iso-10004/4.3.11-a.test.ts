import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { surveyorsAreCompetent as rule } from './4.3.11-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when whoever asks customers need not be able to`, () => {
  const definition = edited('satisfaction', cut('/roles/interviewer/competence'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/roles/interviewer',
    path: [],
  });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
