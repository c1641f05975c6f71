import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theAccusedDoNotJudge as rule } from './4.7-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the person complained about may investigate`, () => {
  const definition = edited('complaint', cut('#investigating/invoke/input/excludes'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'investigating',
    path: ['start → intake', 'register → acknowledging', 'acknowledgeBy → assessing', 'assessBy → investigating'],
  });
});

test(`${rule.id} fails when nothing says who is complained about: whoever it is, is kept away from nothing`, () => {
  const nobodyAsks = edited('starter', (draft) => {
    const isNamed = JSON.stringify(draft).includes('"field":"aboutWhom"');
    expect(isNamed).toBe(true);
    const { forms } = JSON.parse(JSON.stringify(draft).replaceAll('{"field":"aboutWhom"}', '{"field":"aboutWhom","readOnly":true}'));
    put('/forms', forms)(draft);
  });
  expect(breach(rule, nobodyAsks)).toMatchObject({
    verdict: 'fails',
    at: 'examining',
    path: ['start → recording', 'recorded → examining'],
  });
  const noField = edited('starter', cut('/roles/subject/heldBy'));
  expect(breach(rule, noField)).toMatchObject({ verdict: 'fails', at: 'examining' });
});

test(`${rule.id} fails when the person complained about may press a button that leads on`, () => {
  const definition = edited('complaint', put('#investigating/on/findingsReady/0/meta', { by: ['investigator', 'subject'] }));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: expect.stringMatching(/findingsReady\/0$/) });
});

test(`${rule.id} holds where that person may ask how the case stands`, () => {
  expect(verdictOn(rule, edited('complaint', put('/events/statusRequest/by', ['complainant', 'subject'])))).toBe('holds');
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
