import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { end, smallDefinition, steps } from '../../../../test/tools/small-definition.ts';
import { everyWaitHasADeadline as rule } from './4.15-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the survey waits for ever`, () => {
  const definition = edited('complaint', cut('#surveying/after'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'surveying',
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
    ],
  });
});

test(`${rule.id} does not concern a general procedure`, () => {
  expect(verdictOn(rule, smallDefinition({ initial: 'over', states: steps({ over: end() }) }))).toBe('not concerned');
});
