import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
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

test(`${rule.id} fails when nobody listens to the yes that was said in the review`, () => {
  const definition = edited('complaint', cut('#reviewing/invoke/onDone/0'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', path: expect.arrayContaining(['reject → reviewing']) });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
