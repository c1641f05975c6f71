import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { assessmentHasCriteria as rule } from './7.5-b.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when safety need not be assessed`, () => {
  const definition = edited('complaint', put('/forms/assessment/sections/0/fields/1/required', false));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'assessing',
    path: ['start → intake', 'register → acknowledging', 'acknowledgeBy → assessing'],
  });
});

test(`${rule.id} fails when safety is assessed only under a condition: what is asked of some complaints is not asked of all`, () => {
  const definition = edited('complaint', put('/forms/assessment/sections/0/fields/1/when', { field: 'severity', is: '>=', value: 4 }));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'assessing' });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
