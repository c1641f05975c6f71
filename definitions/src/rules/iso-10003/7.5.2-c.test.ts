import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { recommendationsHaveASource as rule } from './7.5.2-c.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when advice that does not come counts as a recommendation`, () => {
  const definition = edited('external-dispute', put('#advisory/after/adviseBy/0/target', '#recommendation'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'recommendation',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logged → evaluating',
      'ready → positioning',
      'submit → facilitation',
      'noSettlement → advisory',
      'adviseBy → recommendation',
    ],
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
