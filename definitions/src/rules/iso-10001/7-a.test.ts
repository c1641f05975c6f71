import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { staffKnowItFirst as rule } from './7-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when the approved code is published at once`, () => {
  const definition = edited('code-of-conduct', put('#approving/on/approve/0/target', '#publishing'));
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
      'approve → publishing',
    ],
  });
});

test(`${rule.id} fails when nobody was trained in time and customers are told anyway`, () => {
  const { path, ...found } = breach(rule, edited('code-of-conduct', put('#training/after/trainBy', [{ target: '#publishing' }])));
  expect({ ...found, last: path.at(-1) }).toEqual({ verdict: 'fails', at: 'publishing', last: 'trainBy → publishing' });
});

test(`${rule.id} fails when a changed text is published before staff are trained in it`, () => {
  const definition = edited('code-of-conduct', put('#training/after/trainBy/0/target', '#publishing'));
  expect(breach(rule, definition)).toMatchObject({ at: 'publishing' });
});

test(`${rule.id} fails when staff are not told of the text`, () => {
  const untold = edited('code-of-conduct', (draft) => {
    cut('/letters/staff/blocks/1/tells')(draft);
    cut('/letters/staff/blocks/2/tells')(draft);
  });
  expect(breach(rule, untold)).toMatchObject({ verdict: 'fails', at: 'publishing' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
