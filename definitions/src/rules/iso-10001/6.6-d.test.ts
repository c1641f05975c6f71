import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { brokenPromisesCanBeReported as rule } from './6.6-d.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when reports are taken only where a condition allows it`, () => {
  const definition = edited('code-of-conduct', cut('#inForce/on/breach'));
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

test(`${rule.id} fails when only staff may report a broken promise, and holds when staff may as well`, () => {
  const by = (...senders: string[]) => edited('code-of-conduct', put('/events/breach/by', senders));
  expect(breach(rule, by('codeManager'))).toMatchObject({ verdict: 'fails', at: 'inForce' });
  expect(verdictOn(rule, by('customer', 'codeManager'))).toBe('holds');
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
