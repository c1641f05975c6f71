import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { aNoIsHeard as rule } from './7.9-k.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when a no closes the case`, () => {
  const definition = edited('complaint', put('#awaitingComplainant/on/reject/0/target', '#closingUnresolved'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'closedUnresolved',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decide → responding',
      'sendBy → awaitingComplainant',
      'reject → closingUnresolved',
      'close → closedUnresolved',
    ],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
