import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { looksAtTheCaseAfresh as rule } from './7.4.1-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the notice leads straight to our position`, () => {
  const definition = edited('external-dispute', put('#noticeReceived/on/logged/0/target', '#positioning'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'positioning',
    path: ['start → referral', 'referred → consent', 'bothConsent → screening', 'admit → noticeReceived', 'logged → positioning'],
  });
});

test(`${rule.id} fails when whoever complains evaluates the dispute`, () => {
  const definition = edited('external-dispute', (draft) => {
    put('#evaluating/invoke/input/role', 'complainant')(draft);
    put('/data/strengthOfCase/visibleTo', ['coordinator', 'complainant'])(draft);
  });
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'positioning' });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
