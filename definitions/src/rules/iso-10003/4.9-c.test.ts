import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theOrganisationIsHeard as rule } from './4.9-c.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the organisation cannot make a statement before the advice`, () => {
  const definition = edited('external-dispute', cut('#advisory/on/orgStatement'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'advisory',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logged → evaluating',
      'ready → positioning',
      'submit → facilitation',
      'noSettlement → advisory',
    ],
  });
});

test(`${rule.id} fails when only the complainant may speak for us`, () => {
  const definition = edited('external-dispute', put('/events/orgStatement/by', ['complainant']));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'facilitation' });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
