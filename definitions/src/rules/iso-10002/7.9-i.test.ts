import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { end, smallDefinition, steps } from '../../../../test/tools/small-definition.ts';
import { onlyTheComplainantWithdraws as rule } from './7.9-i.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when an unanswered survey counts as withdrawn`, () => {
  const definition = edited('complaint', put('#surveying/after/surveyOpen/0/target', '#withdrawn'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/machine/states/ending/states/surveying/after/surveyOpen/0',
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
      'surveyOpen → withdrawn',
    ],
  });
});

test(`${rule.id} does not concern a general procedure`, () => {
  expect(verdictOn(rule, smallDefinition({ initial: 'over', states: steps({ over: end() }) }))).toBe('not concerned');
});
