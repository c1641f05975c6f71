import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { expectationsAreKnown as rule } from './7.2.2-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when nobody asks what customers expect`, () => {
  const definition = edited('satisfaction', put('#customers/on/set/0/target', '#characteristics'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'characteristics',
    path: ['start → purpose', 'set → scoping', 'set → methods', 'set → resourcing', 'set → customers', 'set → characteristics'],
  });
});

test(`${rule.id} fails when nobody found out what customers expect in time and it goes on anyway`, () => {
  const { path, ...found } = breach(
    rule,
    edited('satisfaction', put('#expectations/after/expectationsBy', [{ target: '#characteristics' }])),
  );
  expect({ ...found, last: path.at(-1) }).toEqual({ verdict: 'fails', at: 'characteristics', last: 'expectationsBy → characteristics' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
