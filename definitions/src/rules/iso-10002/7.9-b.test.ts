import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { resolvedNeedsAYes as rule } from './7.9-b.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when silence closes the case as resolved`, () => {
  const definition = edited('complaint', put('#reminded/after/lastAnswerBy/0/target', '#closing'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'closedResolved',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decide → responding',
      'sendBy → awaitingComplainant',
      'answerBy → reminded',
      'lastAnswerBy → closing',
      'close → closedResolved',
    ],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
