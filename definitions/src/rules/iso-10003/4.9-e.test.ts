import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theMediatorDoesNotDecide as rule } from './4.9-e.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the mediator may decide`, () => {
  const definition = edited('external-dispute', cut('#determination/invoke/input/excludes'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'determination',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logged → evaluating',
      'ready → positioning',
      'submit → facilitation',
      'noSettlement → advisory',
      'adviseBy → determinativeOffer',
      'bothConsentBinding → determination',
    ],
  });
});

test(`${rule.id} fails when the mediator says what is decided, in a task of somebody else`, () => {
  const definition = edited('external-dispute', put('#determination/on/rule/0/meta', { by: ['facilitator'] }));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'determination' });
  expect(breach(rule, definition).path.at(-1)).toBe('rule → award');
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
