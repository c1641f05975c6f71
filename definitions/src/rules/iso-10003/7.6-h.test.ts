import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { notDoneIsHeard as rule } from './7.6-h.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when “not done” closes the file`, () => {
  const definition = edited('external-dispute', put('#verifying/on/disputed', [{ target: '#closingFile' }]));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'resolved',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logged → evaluating',
      'offerDirect → directSettlement',
      'signed → implementing',
      'done → verifying',
      'disputed → closingFile',
      'close → resolved',
    ],
  });
});

test(`${rule.id} fails when the last “not done” is booked as resolved, whatever is told`, () => {
  const definition = edited('external-dispute', put('#verifying/on/disputed/1/target', '#closingFile'));
  expect(breach(rule, definition)).toMatchObject({ at: 'resolved' });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
