import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { end, smallDefinition, steps } from '../../../../test/tools/small-definition.ts';
import { withdrawingEndsTheCase as rule } from './4.11-c.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when withdrawing leads to the closing as unresolved`, () => {
  const definition = edited('complaint', put('/machine/on/withdraw/0/target', '#closingUnresolved'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/machine/on/withdraw/0',
    path: ['start → intake', 'withdraw → closingUnresolved'],
  });
});

test(`${rule.id} does not concern a general procedure`, () => {
  expect(verdictOn(rule, smallDefinition({ initial: 'over', states: steps({ over: end() }) }))).toBe('not concerned');
});
