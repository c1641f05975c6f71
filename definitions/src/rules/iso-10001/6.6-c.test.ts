import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { customersCanAsk as rule } from './6.6-c.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when questions are taken only where a condition allows it`, () => {
  const definition = edited('code-of-conduct', cut('#inForce/on/inquiry'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'possible',
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
    ],
  });
});

test(`${rule.id} fails when only staff may ask`, () => {
  expect(breach(rule, edited('code-of-conduct', put('/events/inquiry/by', ['codeManager'])))).toMatchObject({
    verdict: 'fails',
    at: 'inForce',
  });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
