import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { delayIsToldToTheComplainant as rule } from './7.3-c.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when a late decision is reported to the process owner alone`, () => {
  const definition = edited('complaint', cut('#deciding/after/decideBy/0/actions/1'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/machine/states/verdict/states/deciding/after/decideBy/0',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decideBy → ownerDeciding',
    ],
  });
});

test(`${rule.id} fails when the letter about the delay does not speak of it`, () => {
  const definition = edited('escalation', (draft) => {
    cut('/letters/levelDelay/blocks/1/tells')(draft);
    cut('/letters/levelDelay/blocks/2/tells')(draft);
  });
  expect(breach(rule, definition)).toMatchObject({
    verdict: 'fails',
    path: ['start → requested', 'assign → level2', 'reviewBy → level3'],
  });
});

test(`${rule.id} fails when a late examination is kept quiet, also where its step acknowledges the complaint as well`, () => {
  const definition = edited('starter', cut('#examining/after/examineBy/0/actions/1'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/machine/states/examining/after/examineBy/0',
    path: ['start → recording', 'recorded → examining', 'examineBy → deciding'],
  });
  const acknowledgedOnly = edited('starter', (draft) => {
    cut('#examining/after/examineBy/0/actions/1')(draft);
    put('#examining/tags', ['stage:acknowledgement'])(draft);
  });
  expect(verdictOn(rule, acknowledgedOnly)).toBe('holds');
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
