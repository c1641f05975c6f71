import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { aYesLeadsToTheRemedy as rule } from './7.9-m.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when a yes leads to the survey without a remedy`, () => {
  const definition = edited('complaint', put('#awaitingComplainant/on/accept/0/target', '#surveying'));
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
      'accept → surveying',
      'answered → closing',
      'close → closedResolved',
    ],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
