import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { everyAnswerHasAWay as rule } from './s-5.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the way for everything else gets a condition`, () => {
  const definition = edited(
    'complaint',
    put('#assessing/on/assessed/1/guard', { type: 'if', params: { field: 'complexity', is: '>=', value: 2 } }),
  );
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/machine/states/assessment/states/assessing/on/assessed',
    path: ['start → intake', 'register → acknowledging', 'acknowledgeBy → assessing'],
  });
});

test(`${rule.id} has nothing to say where no way depends on a field`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('vacuous');
});
