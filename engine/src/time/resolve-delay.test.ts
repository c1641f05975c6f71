import { expect, test } from '@jest/globals';
import type { Delay } from '../definition/definition.ts';
import type { Json } from '../json.ts';
import type { Calendars } from './calendar.ts';
import { dueAt } from './due-at.ts';
import { resolveDelay } from './resolve-delay.ts';

const calendars: Calendars = {
  organisation: {
    id: 'organisation',
    version: 1,
    timeZone: 'Europe/Warsaw',
    week: { 1: [{ from: '08:00', to: '16:00' }] },
    holidays: [],
  },
  tehran: {
    id: 'tehran',
    version: 1,
    timeZone: 'Asia/Tehran',
    week: {},
    holidays: [],
  },
};
const resolve = (delay: Delay, facts: { value?: Json; remaining?: string; calendar?: string } = {}) => {
  const answer = resolveDelay(delay, facts, calendars);
  return answer.ok ? answer.value : answer.refusal.code;
};

test('a literal delay keeps its rules and names its calendar', () => {
  expect(
    resolve({
      title: { en: 'Promise' },
      days: 28,
      ends: 'endOfDay',
      counts: 'nextDay',
    }),
  ).toEqual({
    days: 28,
    ends: 'endOfDay',
    counts: 'nextDay',
    calendar: 'organisation',
  });
  expect(resolve({ days: 7, repeat: true }, { calendar: 'tehran' })).toEqual({
    days: 7,
    calendar: 'tehran',
  });
  expect(resolve({ days: 7, calendar: 'organisation' }, { calendar: 'tehran' })).toEqual({ days: 7, calendar: 'organisation' });
});

test('a computed amount is filled in and its bound enforced when it is counted', () => {
  const delay: Delay = { days: '= investigationDays', atMost: { days: 12 } };
  expect(resolve(delay, { value: 3 })).toEqual({
    days: 3,
    atMost: { days: 12 },
    calendar: 'organisation',
  });
  const answer = resolveDelay(delay, { value: 99 }, calendars);
  if (!answer.ok) throw new Error('refused');
  expect(dueAt(answer.value, '2026-03-02T09:00:00.000Z', calendars.organisation)).toEqual({ ok: true, value: '2026-03-14T09:00:00.000Z' });
  expect(resolve(delay, { value: 0 })).toMatchObject({ days: 0 });
});

test.each<[Json | undefined, string]>([
  [undefined, 'not-a-number'],
  [null, 'not-a-number'],
  ['3', 'not-a-number'],
  [-1, 'not-a-number'],
  [Number.NaN, 'not-a-number'],
  [Number.NEGATIVE_INFINITY, 'not-a-number'],
  [[3], 'not-a-number'],
])('a computed amount of %j is refused', (value, code) => {
  expect(resolve({ days: '= days', atMost: { days: 12 } }, value === undefined ? {} : { value })).toBe(code);
});

test.each<[string, string]>([
  ['2026-05-01', '2026-04-30T22:00:00.000Z'],
  ['2026-05-01T10:00', '2026-05-01T08:00:00.000Z'],
  ['2026-05-01T10:00:00', '2026-05-01T08:00:00.000Z'],
  ['2026-05-01T10:00:00Z', '2026-05-01T10:00:00.000Z'],
  ['2026-05-01T10:00:00+03:30', '2026-05-01T06:30:00.000Z'],
  ['2026-05-01T10:00:00+03:30[Asia/Tehran]', '2026-05-01T06:30:00.000Z'],
  ['2026-05-01T10:00:00@Asia/Tehran', '2026-05-01T06:30:00.000Z'],
  ['2026-03-29', '2026-03-28T23:00:00.000Z'],
])('until %s', (value, until) => {
  expect(resolve({ until: '= reviewDate', atMost: { days: 366 } }, { value })).toEqual({
    until,
    atMost: { days: 366 },
    calendar: 'organisation',
  });
});

test('dates are those of the calendar that is named', () => {
  expect(resolve({ until: '= reviewDate', calendar: 'tehran', atMost: { days: 9 } }, { value: '2026-05-01' })).toMatchObject({
    until: '2026-04-30T20:30:00.000Z',
  });
});

test.each<Json>(['tomorrow', '2026-02-30', '2026-05-01T25:00', '2026-13-01', 20260501, null, '', '+012026-05-01T00:00:00Z'])(
  'until %j is refused',
  (value) => {
    expect(resolve({ until: '= reviewDate', atMost: { days: 366 } }, { value })).toBe('not-a-date');
  },
);

test('an unknown zone behind a date and a clock that never started are refused by name', () => {
  expect(resolve({ until: '= reviewDate', atMost: { days: 366 } }, { value: '2026-05-01T10:00:00@Mars/Olympus' })).toBe('unknown-zone');
  expect(resolve({ remaining: 'response' })).toBe('clock-not-started');
  expect(resolve({ remaining: 'response' }, { remaining: '2026-04-27T22:00:00.000Z' })).toEqual({
    until: '2026-04-27T22:00:00.000Z',
    calendar: 'organisation',
  });
  expect(resolve({ days: 1, calendar: 'constructor' })).toBe('unknown-calendar');
});
