import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { whoDecidesIsIndependent as rule } from './4.9-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the mediator is not independent`, () => {
  const definition = edited('external-dispute', cut('/roles/facilitator/independent'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'facilitation',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logged → evaluating',
      'ready → positioning',
      'submit → facilitation',
    ],
  });
});

test(`${rule.id} fails when we may say in its place what was decided`, () => {
  const definition = edited('external-dispute', put('#determination/on/rule/0/meta', { by: ['coordinator'] }));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: expect.stringMatching(/rule\/0$/) });
});

test(`${rule.id} fails when the task of deciding may go over to us`, () => {
  const definition = edited('external-dispute', (draft) => {
    put('/delays/half', { title: { en: 'Half of the time' }, days: 20 })(draft);
    put('#determination/after/half', [{ actions: [{ type: 'reassign', params: { to: 'seniorManager' } }] }])(draft);
  });
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'determination' });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
