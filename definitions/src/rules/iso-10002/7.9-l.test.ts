import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { aNoIsHeardAtEachLevel as rule } from './7.9-l.ts';

test(`${rule.id} holds for the internal review`, () => {
  expect(verdictOn(rule, 'escalation')).toBe('holds');
});

test(`${rule.id} fails when a no at the second level counts as satisfied`, () => {
  const definition = edited('escalation', put('#l2Awaiting/on/reject/0/target', '#satisfied'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'satisfied',
    path: ['start → requested', 'assign → level2', 'decide → l2Response', 'sendBy → l2Awaiting', 'reject → satisfied'],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
