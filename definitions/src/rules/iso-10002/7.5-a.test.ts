import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { assessedBeforeInvestigation as rule } from './7.5-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when a late acknowledgement skips the assessment`, () => {
  const definition = edited('complaint', put('#acknowledging/after/acknowledgeBy/0/target', '#investigating'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'investigating',
    path: ['start → intake', 'register → acknowledging', 'acknowledgeBy → investigating'],
  });
});

test(`${rule.id} fails when whoever complains does the assessing`, () => {
  const definition = edited('complaint', put('#assessing/invoke/input/role', 'complainant'));
  expect(verdictOn(rule, definition)).toBe('fails');
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
