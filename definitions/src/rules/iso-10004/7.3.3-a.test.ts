import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { customersThemselvesAreAsked as rule } from './7.3.3-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when a good pilot is taken for the answers`, () => {
  const definition = edited('satisfaction', put('#piloting/on/ok/0/target', '#preparing'));
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
      'ok → preparing',
      'ready → analysing',
    ],
  });
});

test(`${rule.id} fails when the next round asks nobody`, () => {
  const definition = edited('satisfaction', put('#reviewing/on/goOn/0/target', '#analysing'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'analysing' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
