import { expect, test } from '@jest/globals';
import { usualPeriod } from './usual-periods.ts';

test('quarters are those of the reader’s calendar', () => {
  expect(usualPeriod('this-quarter', '2026-11-29', 'en')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(usualPeriod('last-quarter', '2026-02-10', 'pl')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  // Autumn of 1405: the 1st of Mehr to the last of Azar; before it summer, from the 1st of Tir.
  expect(usualPeriod('this-quarter', '2026-11-29', 'fa')).toEqual({ from: '2026-09-23', to: '2026-12-21' });
  expect(usualPeriod('last-quarter', '2026-11-29', 'fa')).toEqual({ from: '2026-06-22', to: '2026-09-22' });
  expect(usualPeriod('this-quarter', '2026-03-21', 'fa').from).toBe('2026-03-21');
});

test('the last twelve months end today, and everything has no ends', () => {
  expect(usualPeriod('last-year', '2026-11-29', 'en')).toEqual({ from: '2025-11-30', to: '2026-11-29' });
  expect(usualPeriod('last-year', '2028-02-29', 'en')).toEqual({ from: '2027-03-01', to: '2028-02-29' });
  expect(usualPeriod('everything', '2026-11-29', 'fa')).toEqual({});
});
