import { expect, test } from '@jest/globals';
import { at, breach, cut, type Draft, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theLegalWayIsTold as rule } from './7.7-b.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when the closing letter does not tell the legal way`, () => {
  const definition = edited('external-dispute', put('/letters/closureUnresolved/blocks/3/tells', ['contact']));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'unresolved',
    path: ['start → referral', 'referred → consent', 'decline → notPursued', 'close → unresolved'],
  });
});

test(`${rule.id} holds where the letters go with the ways to the end, or with the end`, () => {
  const closing = ['#notPursued', '#notResolved'] as const;
  const lettersOf = (draft: Draft): Draft => Object(at(draft, '#notResolved')).entry;
  const withWays = edited('external-dispute', (draft) => {
    const letters = lettersOf(draft);
    for (const step of closing) {
      cut(`${step}/entry`)(draft);
      for (const way of [`${step}/on/close/0`, `${step}/after/closeBy/0`] as const) put(`${way}/actions`, letters)(draft);
    }
  });
  const withEnd = edited('external-dispute', (draft) => {
    put('#unresolved/entry', lettersOf(draft))(draft);
    for (const step of closing) cut(`${step}/entry`)(draft);
  });
  const onlyInTime = edited('external-dispute', (draft) => {
    put('#notPursued/on/close/0/actions', lettersOf(draft))(draft);
    cut('#notPursued/entry')(draft);
  });
  expect(verdictOn(rule, withWays)).toBe('holds');
  expect(verdictOn(rule, withEnd)).toBe('holds');
  expect(breach(rule, onlyInTime)).toMatchObject({ verdict: 'fails', at: 'unresolved' });
  expect(breach(rule, onlyInTime).path.at(-1)).toBe('closeBy → unresolved');
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
