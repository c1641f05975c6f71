import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { subProceduresHaveTheirTime as rule } from './s-7.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the review is given thirty days`, () => {
  const definition = edited('complaint', put('/delays/reviewBy/days', 30));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'reviewing',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decide → responding',
      'sendBy → awaitingComplainant',
      'reject → reviewing',
    ],
  });
});

test(`${rule.id} has nothing to say where nothing is started`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('vacuous');
});
