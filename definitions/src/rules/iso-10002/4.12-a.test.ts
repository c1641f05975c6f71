import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { delayIsReported as rule } from './4.12-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when a late acknowledgement is not reported`, () => {
  const definition = edited('complaint', cut('#acknowledging/after/acknowledgeBy/0/actions'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/machine/states/reception/states/acknowledging/after/acknowledgeBy/0',
    path: ['start → intake', 'register → acknowledging', 'acknowledgeBy → assessing'],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
