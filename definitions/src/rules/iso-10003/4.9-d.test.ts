import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { resultsAreReasonedToBoth as rule } from './4.9-d.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the recommendation goes to the complainant alone`, () => {
  const definition = edited('external-dispute', put('/letters/recommendation/to', ['complainant']));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/machine/states/opening/states/advisory/on/recommend/0',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logged → evaluating',
      'ready → positioning',
      'submit → facilitation',
      'noSettlement → advisory',
      'recommend → recommendation',
    ],
  });
});

test(`${rule.id} holds as well when the result itself sends them`, () => {
  const advisory = '/machine/states/opening/states/advisory/on/recommend/0';
  const definition = edited('external-dispute', (draft) => {
    cut('/machine/states/opening/states/recommendation/entry')(draft);
    put(`${advisory}/actions`, [{ type: 'letter', params: { letter: 'recommendation' } }])(draft);
  });
  expect(verdictOn(rule, definition)).toBe('holds');
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
