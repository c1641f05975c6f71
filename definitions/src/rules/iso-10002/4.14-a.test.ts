import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { end, smallDefinition, steps } from '../../../../test/tools/small-definition.ts';
import { competenceIsNamed as rule } from './4.14-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when whoever investigates need not be able to`, () => {
  const definition = edited('complaint', cut('/roles/investigator/competence'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/roles/investigator',
    path: [],
  });
});

test(`${rule.id} does not concern a general procedure`, () => {
  expect(verdictOn(rule, smallDefinition({ initial: 'over', states: steps({ over: end() }) }))).toBe('not concerned');
});
