import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { proceduresBeforePublication as rule } from './6.6-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when work goes from the indicators to the communication plan`, () => {
  const definition = edited('code-of-conduct', put('#indicators/on/set/0/target', '#communicationPlan'));
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
      'set → communicationPlan',
      'set → resourcing',
      'set → approving',
      'approve → training',
      'trained → publishing',
    ],
  });
});

test(`${rule.id} fails when nobody wrote them in time and work goes on`, () => {
  const { path, ...found } = breach(rule, edited('code-of-conduct', put('#procedures/after/proceduresBy/1/target', '#communicationPlan')));
  expect(found).toMatchObject({ at: 'publishing' });
  expect(path).toContain('proceduresBy → communicationPlan');
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
