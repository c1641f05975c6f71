import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { noticeBeforePosition as rule } from './7.3-b.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when an admitted case goes straight to our position`, () => {
  const definition = edited('external-dispute', put('#screening/on/admit/0/target', '#positioning'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'positioning',
    path: ['start → referral', 'referred → consent', 'bothConsent → screening', 'admit → positioning'],
  });
});

test(`${rule.id} fails when whoever complains handles the notice`, () => {
  const definition = edited('external-dispute', put('#noticeReceived/invoke/input/role', 'complainant'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'positioning' });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
