import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theReviewComesByItself as rule } from './8.4-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when the day of the review ends the code`, () => {
  const definition = edited('code-of-conduct', put('#inForce/after/reviewDate/0/target', '#retiring'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'retired',
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
      'reviewDate → retiring',
      'done → retired',
    ],
  });
});

test(`${rule.id} may fail when the day of the review only counts under a condition`, () => {
  const planned = { type: 'if', params: { field: 'minutes', is: 'filled' } };
  const told = { actions: [{ type: 'letter', params: { letter: 'reviewDue' } }] };
  const definition = edited('code-of-conduct', put('#inForce/after/reviewDate', [{ target: '#collecting', guard: planned }, told]));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'possible', at: '/machine/states/living/states/inForce/after/reviewDate/1' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
