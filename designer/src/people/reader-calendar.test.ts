/** @jest-environment-options {"customExportConditions": ["node"]} */
import { expect, test } from '@jest/globals';
import { isoWeekday, readerCalendar } from './reader-calendar.ts';

test('a Persian year has its own months, 1403 with thirty days of Esfand, and begins on Saturday columns', () => {
  const reader = readerCalendar('fa');
  const months = reader.months(1403);
  expect(months.map((month) => month.days.length)).toEqual([31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30]);
  expect(reader.months(1404).at(-1)?.days).toHaveLength(29);
  expect(months[0]?.name).toBe('فروردین');
  expect(months[0]?.days[0]).toBe('2024-03-20'); // A Wednesday: four places after Saturday.
  expect(months[0]?.before).toBe(4);
  expect(reader.yearOf('2024-03-19')).toBe(1402);
  expect(reader.yearName(1403)).toBe('۱۴۰۳');
});

test('a Gregorian year begins its weeks on Monday', () => {
  const months = readerCalendar('pl').months(2026);
  expect(months[0]).toMatchObject({ name: 'styczeń', before: 3 });
  expect(months[1]?.days).toHaveLength(28);
  expect(isoWeekday('2026-11-22')).toBe(7);
});
