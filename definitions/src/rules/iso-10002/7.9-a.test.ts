import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theOutsideRouteIsTold as rule } from './7.9-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when a late decision closes the case at once`, () => {
  const definition = edited('complaint', put('#deciding/after/decideBy/0/target', '#closedUnresolved'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'closedUnresolved',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decideBy → closedUnresolved',
    ],
  });
});

test(`${rule.id} fails just as well when such an end is called given up: a complaint that is neither resolved nor withdrawn is unresolved`, () => {
  const definition = edited('complaint', (draft) => {
    put('#deciding/after/decideBy/0/target', '#closedUnresolved')(draft);
    put('#closedUnresolved/tags', ['outcome:abandoned'])(draft);
  });
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'closedUnresolved' });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
