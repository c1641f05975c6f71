import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { studiedBeforeItIsWritten as rule } from './6.2-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when nobody gathers information first`, () => {
  const definition = edited('code-of-conduct', put('#objectives/on/set/0/target', '#consulting'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'drafting',
    path: ['start → objectives', 'set → consulting', 'inputAssessed → drafting'],
  });
});

test(`${rule.id} fails when nobody gathered information in time and drafting begins anyway`, () => {
  const { path, ...found } = breach(rule, edited('code-of-conduct', put('#gathering/after/informationBy', [{ target: '#drafting' }])));
  expect({ ...found, last: path.at(-1) }).toEqual({ verdict: 'fails', at: 'drafting', last: 'informationBy → drafting' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
