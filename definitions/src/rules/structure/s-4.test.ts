import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { check } from '../../check/check.ts';
import { structure } from './pack.ts';
import { nobodyIsSentRoundForEver as rule } from './s-4.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the complainant may be asked for information any number of times`, () => {
  const definition = edited('complaint', cut('#awaitingInfo/meta/maxVisits'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'awaitingInfo',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'needInfo → awaitingInfo',
      'infoProvided → investigating',
    ],
  });
});

test(`${rule.id} tells a round once, however the case stands when it is gone`, () => {
  const definition = edited('satisfaction', cut('#reanalysing/meta/maxVisits'));
  const [found] = check({ definition }, { packs: [structure] }).filter((each) => each.rule === rule.id);
  expect(found?.failures.map(({ element }) => element)).toEqual(['reanalysing']);
});

test(`${rule.id} still holds when the limit is higher`, () => {
  expect(verdictOn(rule, edited('complaint', put('#awaitingInfo/meta/maxVisits', 3)))).toBe('holds');
});
