import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { ourOwnStepsHaveDeadlines as rule } from './4.3-a.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when our evaluation has no deadline`, () => {
  const definition = edited('external-dispute', cut('#evaluating/after'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'evaluating',
    path: ['start → referral', 'referred → consent', 'bothConsent → screening', 'admit → noticeReceived', 'logged → evaluating'],
  });
});

const onlySometimes = (stays: `#${string}`, to: string) =>
  put(stays, [
    { target: to, guard: { type: 'if', params: { field: 'offer', is: 'empty' } } },
    { actions: [{ type: 'letter', params: { letter: 'overdue' } }] },
  ]);

test(`${rule.id} fails at the deadline itself where its way on may not count`, () => {
  const definition = edited('external-dispute', onlySometimes('#evaluating/after/evaluateBy', '#positioning'));
  expect(breach(rule, definition)).toMatchObject({
    verdict: 'possible',
    at: '/machine/states/opening/states/evaluating/after/evaluateBy/1',
  });
});

test(`${rule.id} holds where only the other side's deadline may not count: that one has a rule of its own`, () => {
  expect(verdictOn(rule, edited('external-dispute', onlySometimes('#verifying/after/verifyBy', '#closingFile')))).toBe('holds');
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
