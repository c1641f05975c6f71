import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theMeasuringIsReviewed as rule } from './8-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when no step is the review any more`, () => {
  const definition = edited('satisfaction', cut('#reviewing/tags'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '',
    path: [],
  });
});

test(`${rule.id} fails when measuring ends without a review`, () => {
  const definition = edited('satisfaction', put('#monitoring/on/review/0/target', '#ended'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'ended' });
});

test(`${rule.id} holds when what is watched may be given up, and fails when that is called its end`, () => {
  const stopping = (outcome: string) =>
    edited('satisfaction', (draft) => {
      put('/machine/states/over', {
        id: 'over',
        type: 'final',
        meta: { title: { en: 'Over', fa: 'تمام', pl: 'Koniec' } },
        tags: [outcome],
      })(draft);
      put('#monitoring/on/stop', [{ target: '#over', meta: { by: ['topManagement'] } }])(draft);
    });
  expect(verdictOn(rule, stopping('outcome:abandoned'))).toBe('holds');
  expect(breach(rule, stopping('outcome:ended'))).toMatchObject({ verdict: 'fails', at: 'over' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
