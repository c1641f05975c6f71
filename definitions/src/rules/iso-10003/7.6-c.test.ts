import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theComplainantKnowsWhatComes as rule } from './7.6-c.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the complainant does not hear that it takes longer`, () => {
  const definition = edited('external-dispute', cut('#implementationOverdue/entry'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'implementationOverdue',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logged → evaluating',
      'offerDirect → directSettlement',
      'signed → implementing',
      'implementBy → implementationOverdue',
    ],
  });
});

test(`${rule.id} fails when the letter says neither what is done nor until when`, () => {
  const definition = edited('external-dispute', (draft) => {
    cut('/letters/implementation/blocks/1/tells')(draft);
    cut('/letters/implementation/blocks/2/tells')(draft);
  });
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'implementing' });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
