import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { whatWasAcceptedIsDone as rule } from './7.9-e.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when a remedy that is late counts as done`, () => {
  const definition = edited('complaint', put('#implementing/after/remedyBy', [{ target: '#surveying' }]));
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
      'accept → implementing',
      'remedyBy → surveying',
      'answered → closing',
      'close → closedResolved',
    ],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
