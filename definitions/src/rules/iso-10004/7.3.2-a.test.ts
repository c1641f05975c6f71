import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { whatIsKnownIsUsed as rule } from './7.3.2-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when the questionnaire is designed without what is known already`, () => {
  const definition = edited('satisfaction', put('#characteristics/on/set/0/target', '#designing'));
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
      'set → designing',
      'designed → piloting',
      'ok → collecting',
      'sampleReached → preparing',
      'ready → analysing',
    ],
  });
});

test(`${rule.id} fails when the next round leaves them out`, () => {
  const definition = edited('satisfaction', put('#reviewing/on/goOn/0/target', '#designing'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'analysing' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
