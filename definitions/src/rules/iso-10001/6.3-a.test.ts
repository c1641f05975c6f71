import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { thoseConcernedAreAsked as rule } from './6.3-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when those concerned hear nothing of it`, () => {
  const definition = edited('code-of-conduct', cut('#consulting/entry'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'drafting',
    path: ['start → objectives', 'set → gathering', 'ready → consulting', 'inputAssessed → drafting'],
  });
});

test(`${rule.id} fails when the letter does not ask for their views`, () => {
  const definition = edited('code-of-conduct', cut('/letters/consultation/blocks/1/tells'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'drafting' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
