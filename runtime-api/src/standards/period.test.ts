import { expect, test } from '@jest/globals';
import { isReversed, spanOf } from './period.ts';

test('a period is whole days of the organisation, in the time that its clocks show', () => {
  expect(spanOf({ from: '2026-03-01', to: '2026-03-31' }, 'Europe/Warsaw')).toEqual({
    $gte: '2026-02-28T23:00:00.000Z',
    $lt: '2026-03-31T22:00:00.000Z', // Clocks went forward on the 29th.
  });
  expect(spanOf({ from: '2026-03-21', to: '2026-03-21' }, 'Asia/Tehran')).toEqual({
    $gte: '2026-03-20T20:30:00.000Z',
    $lt: '2026-03-21T20:30:00.000Z',
  });
});

test('without a day it is open on that side, and a day alone is a period', () => {
  expect(spanOf({}, 'Europe/Warsaw')).toEqual({});
  expect(spanOf({ to: '2026-01-01' }, 'UTC')).toEqual({ $lt: '2026-01-02T00:00:00.000Z' });
  expect([isReversed({ from: '2026-01-02', to: '2026-01-01' }), isReversed({ from: '2026-01-01', to: '2026-01-01' })]).toEqual([
    true,
    false,
  ]);
});
