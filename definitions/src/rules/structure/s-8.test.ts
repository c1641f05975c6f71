import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { closingLeadsToTheEnd as rule } from './s-8.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when closing leads back to the assessment`, () => {
  const definition = edited('complaint', put('#closing/on/close/0/target', '#assessing'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/machine/states/ending/states/closing/on/close/0',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decide → responding',
      'sendBy → awaitingComplainant',
      'accept → implementing',
      'remedyDone → surveying',
      'answered → closing',
      'close → assessing',
    ],
  });
});

test(`${rule.id} does not concern an internal review`, () => {
  expect(verdictOn(rule, 'escalation')).toBe('not concerned');
});
