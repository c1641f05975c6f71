import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { everyRoundIsEvaluated as rule } from './8.2-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when the data go past the evaluation`, () => {
  const definition = edited('code-of-conduct', put('#collecting/on/collected/0/target', '#satisfactionCheck'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'inForce',
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
      'collected → satisfactionCheck',
      'measured → reviewing',
      'keep → inForce',
    ],
  });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
