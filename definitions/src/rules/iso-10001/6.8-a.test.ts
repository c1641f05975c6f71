import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { resourcesBeforeApproval as rule } from './6.8-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when work goes from the communication plan to the approval`, () => {
  const definition = edited('code-of-conduct', put('#communicationPlan/on/set/0/target', '#approving'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'approving',
    path: [
      'start → objectives',
      'set → gathering',
      'ready → consulting',
      'inputAssessed → drafting',
      'drafted → legalCheck',
      'clear → indicators',
      'set → procedures',
      'set → communicationPlan',
      'set → approving',
    ],
  });
});

test(`${rule.id} fails when nobody decided in time and work goes on`, () => {
  const { path, ...found } = breach(rule, edited('code-of-conduct', put('#resourcing/after/resourcesBy/1/target', '#approving')));
  expect({ ...found, last: path.at(-1) }).toMatchObject({ at: 'approving', last: 'resourcesBy → approving' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
