import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theFileGoesAlong as rule } from './7.2-c.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the referral does not file the complaint`, () => {
  const definition = edited('external-dispute', cut('/forms/referral/records'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'screening',
    path: ['start → referral', 'referred → consent', 'bothConsent → screening'],
  });
});

test(`${rule.id} fails when nobody refers the matter in time, and its deadline files nothing`, () => {
  const { path, ...found } = breach(rule, edited('external-dispute', cut('#referral/after/referBy/0/actions/2')));
  expect({ ...found, last: path.at(-1) }).toEqual({ verdict: 'fails', at: 'screening', last: 'bothConsent → screening' });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
