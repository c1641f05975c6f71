import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { investigationLeadsToDecision as rule } from './7.7-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when late findings lead outside instead of to a decision`, () => {
  const definition = edited('complaint', put('#delayNotice/on/findingsReady/0/target', '#externalOffer'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'closedUnresolved',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'investigateBy → delayNotice',
      'findingsReady → externalOffer',
      'decline → closingUnresolved',
      'close → closedUnresolved',
    ],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
