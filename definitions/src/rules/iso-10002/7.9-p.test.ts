import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { aReviewReviews as rule } from './7.9-p.ts';

test(`${rule.id} holds for the internal review`, () => {
  expect(verdictOn(rule, 'escalation')).toBe('holds');
});

test(`${rule.id} fails when a review that nobody assigns ends at once`, () => {
  const definition = edited('escalation', put('#requested/after/assignBy/0/target', '#unsatisfied'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'unsatisfied',
    path: ['start → requested', 'assignBy → unsatisfied'],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
