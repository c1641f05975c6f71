import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { acknowledgementSaysWhatMatters as rule } from './7.4-c.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the acknowledgement does not tell the number`, () => {
  const definition = edited('complaint', put('/letters/acknowledgement/blocks/1/tells', ['receipt']));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'acknowledging',
    path: ['start → intake', 'register → acknowledging'],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
