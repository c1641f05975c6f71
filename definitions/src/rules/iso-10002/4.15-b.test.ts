import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { answerWithinThePromise as rule } from './4.15-b.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when late findings get forty days`, () => {
  const definition = edited('complaint', put('/delays/lateFindingsBy/days', 40));
  expect(breach(rule, definition)).toEqual({
    verdict: 'possible',
    at: 'delayNotice',
    path: [
      'start → intake',
      'registerBy → acknowledging',
      'acknowledgeBy → assessing',
      'assessed → interimAction',
      'actBy → investigating',
      'needInfo → awaitingInfo',
      'infoBy → investigating',
      'investigateBy → delayNotice',
      'lateFindingsBy → deciding',
      'decideBy → ownerDeciding',
      'decide → responding',
      'sendBy → awaitingComplainant',
    ],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
