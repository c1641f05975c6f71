import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { everyWaitInADisputeIsLimited as rule } from './4.11-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the outside body may take for ever to admit a case`, () => {
  const definition = edited('external-dispute', cut('#screening/after'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'screening',
    path: ['start → referral', 'referred → consent', 'bothConsent → screening'],
  });
});

test(`${rule.id} fails when the deadline stops counting once a step was entered often enough`, () => {
  const definition = edited('external-dispute', (draft) => {
    put('#implementing/after/implementBy', [
      { target: '#implementationOverdue' },
      { actions: [{ type: 'letter', params: { letter: 'overdue' } }] },
    ])(draft);
    put('#verifying/on/disputed', [{ target: '#implementing' }])(draft);
    put('#implementationOverdue/on/done/0/target', '#verifying')(draft);
  });
  expect(breach(rule, definition)).toMatchObject({
    verdict: 'fails',
    at: '/machine/states/carryingOut/states/implementing/after/implementBy/1',
  });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
