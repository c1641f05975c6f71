import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { indicatorsBeforePublication as rule } from './6.5-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when the checked text goes past the indicators`, () => {
  const definition = edited('code-of-conduct', put('#legalCheck/on/clear/0/target', '#procedures'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'publishing',
    path: [
      'start → objectives',
      'set → gathering',
      'ready → consulting',
      'inputAssessed → drafting',
      'drafted → legalCheck',
      'clear → procedures',
      'set → communicationPlan',
      'set → resourcing',
      'set → approving',
      'approve → training',
      'trained → publishing',
    ],
  });
});

test(`${rule.id} fails when nobody set indicators in time and the code is published anyway`, () => {
  const { path, ...found } = breach(rule, edited('code-of-conduct', put('#indicators/after/indicatorsBy', [{ target: '#publishing' }])));
  expect({ ...found, last: path.at(-1) }).toEqual({ verdict: 'fails', at: 'publishing', last: 'indicatorsBy → publishing' });
});

test(`${rule.id} fails when the code is in force before anybody published it`, () => {
  const definition = edited('code-of-conduct', put('#objectives/on/set/0/target', '#inForce'));
  expect(breach(rule, definition)).toEqual({ verdict: 'fails', at: 'inForce', path: ['start → objectives', 'set → inForce'] });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
