import { expect, test } from '@jest/globals';
import { breach, edited, put, rename, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { topManagementApproves as rule } from './4.8-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when whoever manages the code approves it as well`, () => {
  const definition = edited('code-of-conduct', put('#approving/invoke/input/role', 'codeManager'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'publishing',
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
    ],
  });
});

test(`${rule.id} fails when what was sent back, or left lying, is published`, () => {
  const sentBack = edited('code-of-conduct', put('#approving/on/sendBack', [{ target: '#training' }]));
  const late = edited('code-of-conduct', put('#approving/after/approveBy/1/target', '#training'));
  for (const definition of [sentBack, late]) expect(breach(rule, definition)).toMatchObject({ at: 'publishing' });
  expect(verdictOn(rule, sentBack)).toBe('fails');
});

test(`${rule.id} fails when somebody who calls himself top management is of another side`, () => {
  expect(breach(rule, edited('code-of-conduct', put('/roles/topManagement/party', 'customer')))).toMatchObject({ at: 'publishing' });
});

test(`${rule.id} fails when somebody else may press the button of the approval as well`, () => {
  expect(verdictOn(rule, edited('code-of-conduct', put('/events/approve/by', ['codeManager', 'topManagement'])))).toBe('fails');
});

test(`${rule.id} still holds when top management is called otherwise`, () => {
  expect(verdictOn(rule, edited('code-of-conduct', rename('topManagement', 'board')))).toBe('holds');
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
