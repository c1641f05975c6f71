import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theReviewCanImprove as rule } from './8.5-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when the review can only keep or end it`, () => {
  const definition = edited('code-of-conduct', cut('#reviewing/on/improve'));
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
      'evaluated → satisfactionCheck',
      'measured → reviewing',
    ],
  });
});

test(`${rule.id} fails when what is to be improved stays as it is`, () => {
  const definition = edited('code-of-conduct', put('#reviewing/on/improve/0/target', '#inForce'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'inForce' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
