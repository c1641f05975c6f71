import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { communicationIsPlanned as rule } from './6.7-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when work goes from the procedures to the resources`, () => {
  const definition = edited('code-of-conduct', put('#procedures/on/set/0/target', '#resourcing'));
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
      'set → resourcing',
      'set → approving',
      'approve → training',
      'trained → publishing',
    ],
  });
});

test(`${rule.id} fails when nobody drew one up in time and work goes on`, () => {
  const { path, ...found } = breach(rule, edited('code-of-conduct', put('#communicationPlan/after/planBy/1/target', '#resourcing')));
  expect(found).toMatchObject({ at: 'publishing' });
  expect(path).toContain('planBy → resourcing');
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
