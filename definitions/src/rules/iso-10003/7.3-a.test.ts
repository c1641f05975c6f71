import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theNoticeIsHandled as rule } from './7.3-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when whoever handled the complaint does not hear of the notice`, () => {
  const definition = edited('external-dispute', cut('#noticeReceived/entry/1'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'noticeReceived',
    path: ['start → referral', 'referred → consent', 'bothConsent → screening', 'admit → noticeReceived'],
  });
});

test(`${rule.id} fails when those who handled the complaint get a letter without the notice`, () => {
  const definition = edited('external-dispute', cut('/letters/noticeInternal/blocks/0/tells'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'noticeReceived' });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
