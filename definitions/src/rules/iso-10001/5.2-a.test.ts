import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theCodeIsLinked as rule } from './5.2-a.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when it knows of no disputes`, () => {
  const definition = edited('code-of-conduct', cut('/links/1'));
  expect(breach(rule, definition)).toEqual({ verdict: 'fails', at: '/links', path: [] });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
