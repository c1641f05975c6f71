import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { checkedBeforeItIsApproved as rule } from './4.7-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when the finished text skips the legal check`, () => {
  const definition = edited('code-of-conduct', put('#drafting/on/drafted/0/target', '#indicators'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'approving',
    path: [
      'start → objectives',
      'set → gathering',
      'ready → consulting',
      'inputAssessed → drafting',
      'drafted → indicators',
      'set → procedures',
      'set → communicationPlan',
      'set → resourcing',
      'set → approving',
    ],
  });
});

test(`${rule.id} fails when a text that was sent back goes on unchecked, and when a check that found faults or came too late counts`, () => {
  const unchecked = edited('code-of-conduct', put('#redrafting/on/drafted/0/target', '#indicators'));
  const faulty = edited('code-of-conduct', put('#legalCheck/on/notClear/2/target', '#indicators'));
  const late = edited('code-of-conduct', put('#legalCheck/after/checkBy/1/target', '#indicators'));
  for (const definition of [unchecked, faulty, late]) expect(breach(rule, definition)).toMatchObject({ at: 'approving' });
  expect(verdictOn(rule, unchecked)).toBe('fails');
});

test(`${rule.id} fails when nobody has written what is checked`, () => {
  const definition = edited('code-of-conduct', put('#consulting/on/inputAssessed/0/target', '#legalCheck'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'approving' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
