import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { customersJudgeTheCode as rule } from './8.3-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when the review follows the evaluation at once`, () => {
  const definition = edited('code-of-conduct', put('#evaluating/on/evaluated/0/target', '#reviewing'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'reviewing',
    path: [
      'start → objectives',
      'set → gathering',
      'ready → consulting',
      'inputAssessed → drafting',
      'drafted → legalCheck',
      'clear → indicators',
      'set → procedures',
      'set → communicationPlan',
      'set → resourcing',
      'set → approving',
      'approve → training',
      'trained → publishing',
      'published → inForce',
      'reviewDate → collecting',
      'collected → evaluating',
      'evaluated → reviewing',
    ],
  });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
