import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { dataArePrepared as rule } from './7.4-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when raw answers are analysed at the end of the time`, () => {
  const definition = edited('satisfaction', put('#collecting/after/collectBy/0/target', '#analysing'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'analysing',
    path: [
      'start → purpose',
      'set → scoping',
      'set → methods',
      'set → resourcing',
      'set → customers',
      'set → expectations',
      'set → characteristics',
      'set → indirect',
      'collected → designing',
      'designed → piloting',
      'ok → collecting',
      'collectBy → analysing',
    ],
  });
});

test(`${rule.id} fails when nobody prepares the data of the next round`, () => {
  const definition = edited('satisfaction', (draft) => {
    put('#collecting/on/sampleReached/0/guard', { type: 'if', params: { field: 'measuredOn', is: 'empty' } })(draft);
    put('#collecting/on/sampleReached/1', { target: '#analysing' })(draft);
  });
  expect(breach(rule, definition)).toMatchObject({ verdict: 'possible', at: 'analysing' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
