import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { answersEndTheReviewRightly as rule } from './7.9-q.ts';

test(`${rule.id} holds for the internal review`, () => {
  expect(verdictOn(rule, 'escalation')).toBe('holds');
});

test(`${rule.id} fails when going outside from the third level counts as resolved`, () => {
  const definition = edited('escalation', put('#l3Awaiting/on/goExternal/0/target', '#satisfied'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/machine/states/thirdLevel/states/l3Awaiting/on/goExternal/0',
    path: [
      'start → requested',
      'assign → level2',
      'reviewBy → level3',
      'decide → l3Response',
      'sendBy → l3Awaiting',
      'goExternal → satisfied',
    ],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
