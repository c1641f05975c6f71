import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { investigatedBeforeDecision as rule } from './7.6-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when an urgent case goes straight to the decision`, () => {
  const definition = edited('complaint', put('#interimAction/on/interimDone/0/target', '#deciding'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'deciding',
    path: ['start → intake', 'register → acknowledging', 'acknowledgeBy → assessing', 'urgent → interimAction', 'interimDone → deciding'],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
