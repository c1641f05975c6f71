import { expect, test } from '@jest/globals';
import type { Calendar } from './calendar.ts';
import { dueAt } from './due-at.ts';
import { explainDue } from './explain-due.ts';
import type { Pause, Term } from './term.ts';

const office = [{ from: '08:00', to: '16:00' }];
const warsaw: Calendar = {
  id: 'organisation',
  version: 1,
  timeZone: 'Europe/Warsaw',
  week: { 1: office, 2: office, 3: office, 4: office, 5: office },
  holidays: [
    {
      date: '2026-12-24',
      title: 'Christmas Eve',
      hours: [{ from: '08:00', to: '12:00' }],
    },
    { date: '2026-12-25', title: 'Christmas' },
    {
      date: '2027-01-02',
      title: 'Stocktaking',
      hours: [{ from: '08:00', to: '10:00' }],
    },
  ],
};
const strip = (term: Omit<Term, 'calendar'>, from: string, pauses: Pause[] = []) => {
  const answer = explainDue({ ...term, calendar: 'organisation' }, from, warsaw, pauses);
  if (!answer.ok) return answer.refusal.code;
  return answer.value.map((day) => [day.date.slice(5), day.kind, day.workedMinutes, ...(day.title ? [day.title] : [])].join(' '));
};

test('working days over Christmas explain themselves', () => {
  expect(strip({ workingDays: 4 }, '2026-12-22T09:00:00.000Z')).toEqual([
    '12-22 start 360',
    '12-23 counted 480',
    '12-24 half-day 240 Christmas Eve',
    '12-25 holiday 0 Christmas',
    '12-26 weekend 0',
    '12-27 weekend 0',
    '12-28 counted 480',
    '12-29 due 120',
  ]);
});

test('calendar days all count, holidays keep their names', () => {
  expect(strip({ days: 3, ends: 'endOfDay' }, '2026-12-23T20:00:00.000Z')).toEqual([
    '12-23 start 0',
    '12-24 half-day 240 Christmas Eve',
    '12-25 counted 0 Christmas',
    '12-26 due 0',
  ]);
});

test('a working Saturday is counted and not short; rest shows as paused', () => {
  expect(
    strip({ workingDays: 4 }, '2026-12-30T09:00:00.000Z', [{ from: '2026-12-30T16:00:00.000Z', to: '2026-12-31T16:00:00.000Z' }]),
  ).toEqual([
    '12-30 start 360',
    '12-31 paused 0',
    '01-01 counted 480',
    '01-02 counted 120 Stocktaking',
    '01-03 weekend 0',
    '01-04 counted 480',
    '01-05 due 120',
  ]);
});

test('due on the day it starts is one day, 24:00 belongs to the day it ends', () => {
  expect(strip({ workingHours: 2 }, '2026-12-22T09:00:00.000Z')).toEqual(['12-22 due 120']);
  expect(strip({ days: 1, counts: 'sameDay' }, '2026-12-22T09:00:00.000Z')).toEqual(['12-22 due 360']);
});

test('the minutes of a working term add up to it, with rest and half days', () => {
  const answer = explainDue({ workingHours: 30, calendar: 'organisation' }, '2026-12-22T09:00:00.000Z', warsaw, [
    { from: '2026-12-23T09:00:00.000Z', to: '2026-12-24T09:00:00.000Z' },
  ]);
  if (!answer.ok) throw new Error(answer.refusal.code);
  expect(answer.value.reduce((sum, day) => sum + day.workedMinutes, 0)).toBe(30 * 60);
});

test('a past date is explained as due at once, a way too long to read is refused', () => {
  expect(strip({ until: '2020-01-01T00:00:00.000Z' }, '2026-12-22T09:00:00.000Z')).toEqual(['12-22 due 0']);
  expect(strip({ years: 100 }, '2026-12-22T09:00:00.000Z')).toBe('too-far');
  expect(dueAt({ years: 100, calendar: 'organisation' }, '2026-12-22T09:00:00.000Z', warsaw).ok).toBe(true);
});
