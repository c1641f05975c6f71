import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { closingIsRecorded as rule } from './7.9-f.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when an answered survey ends the case without closing it`, () => {
  const definition = edited('complaint', put('#surveying/on/answered/0/target', '#closedResolved'));
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
      'remedyDone → surveying',
      'answered → closedResolved',
    ],
  });
});

test(`${rule.id} fails when its deadline ends the case and files nothing`, () => {
  const definition = edited('starter', cut('#closingUnresolved/after/closeBy/0/actions/2'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'unresolved' });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
