import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ClockState } from '../case-state.ts';
import type { Clock } from '../definition/definition.ts';
import type { Result } from '../result.ts';
import type { Calendar, Calendars } from './calendar.ts';
import {
  elapsedOf,
  extendClock,
  pauseClock,
  remainingOf,
  replanClock,
  resumeClock,
  shareOf,
  startClock,
  stopClock,
  wakesOf,
} from './clock.ts';
import type { TimeRefusal } from './term.ts';

const office = [{ from: '08:00', to: '16:00' }];
const organisation: Calendar = {
  id: 'organisation',
  version: 1,
  timeZone: 'Europe/Warsaw',
  week: { 1: office, 2: office, 3: office, 4: office, 5: office },
  holidays: [],
};
const calendars: Calendars = { organisation };
const handling: Clock = {
  title: { en: 'Handling' },
  kind: 'service',
  limit: 'handling',
  starts: ['stage:a'],
  stops: ['stage:b'],
  pausesIn: ['wait:complainant'],
  warnAt: [80, 50],
};
const response: Clock = {
  title: { en: 'Response' },
  kind: 'law',
  limit: 'promise',
  starts: ['stage:a'],
  stops: ['stage:b'],
  warnAt: [80],
  extension: { limit: 'longer', times: 1, letter: 'notice' },
};
const twoDays = { workingDays: 2, calendar: 'organisation' } as const;
const eightWeeks = {
  days: 56,
  ends: 'endOfDay',
  counts: 'nextDay',
  calendar: 'organisation',
} as const;
const monday = '2026-03-02T09:00:00.000Z';

function value<Value>(result: Result<Value, TimeRefusal>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const wakes = (clock: Clock, state: ClockState) =>
  value(wakesOf(clock, state, calendars)).map((wake) => `${wake.kind === 'warn' ? wake.percent : 'due'} ${wake.at}`);

test('a working clock warns at its shares of working time, in order, and then runs out', () => {
  const started = value(startClock(handling, twoDays, monday, calendars));
  expect(started).toEqual({
    startedAt: monday,
    dueAt: '2026-03-04T09:00:00.000Z',
    pauses: [],
    limit: 'handling',
    term: twoDays,
    extended: 0,
    warned: [],
  });
  expect(wakes(handling, started)).toEqual(['50 2026-03-03T09:00:00.000Z', '80 2026-03-03T13:48:00.000Z', 'due 2026-03-04T09:00:00.000Z']);
  expect(wakes(handling, { ...started, warned: [50] })).toEqual(['80 2026-03-03T13:48:00.000Z', 'due 2026-03-04T09:00:00.000Z']);
  expect(wakes(handling, { ...started, warned: [50, 80], overdue: true })).toEqual([]);
});

test('it rests silently and runs on by what it had left, whatever day it is', () => {
  const started = value(startClock(handling, twoDays, monday, calendars));
  const resting = pauseClock(handling, started, '2026-03-02T13:00:00.000Z'); // Monday 14:00, four of sixteen hours run.
  expect(wakes(handling, resting)).toEqual([]);
  expect(pauseClock(handling, resting, '2026-03-02T14:00:00.000Z')).toBe(resting);
  expect(value(remainingOf(resting, '2026-03-05T09:00:00.000Z', calendars))).toBe('2026-03-06T13:00:00.000Z');
  expect(value(elapsedOf(resting, '2026-03-05T09:00:00.000Z', calendars))).toBe(4 * 3_600_000);
  const running = value(resumeClock(resting, '2026-03-05T09:00:00.000Z', calendars)); // Thursday 10:00: two hours Monday, all Tuesday and Wednesday, two Thursday.
  expect(running.dueAt).toBe('2026-03-06T13:00:00.000Z');
  expect(wakes(handling, running)).toEqual(['50 2026-03-05T13:00:00.000Z', '80 2026-03-06T09:48:00.000Z', 'due 2026-03-06T13:00:00.000Z']);
  expect(value(elapsedOf(running, '2026-03-06T13:00:00.000Z', calendars))).toBe(16 * 3_600_000);
  expect(value(resumeClock(running, '2026-03-09T09:00:00.000Z', calendars))).toBe(running);
});

test('a law clock never rests', () => {
  const started = value(startClock(response, eightWeeks, monday, calendars));
  expect(pauseClock(response, started, '2026-03-03T09:00:00.000Z')).toBe(started);
});

test('a law clock is extended from its start, as often as it may, and warns of the new end', () => {
  const started = value(startClock(response, eightWeeks, monday, calendars));
  expect(started.dueAt).toBe('2026-04-27T22:00:00.000Z');
  const longer = { ...eightWeeks, days: 70 };
  const extended = value(extendClock(response, { ...started, warned: [80] }, longer, '2026-04-20T09:00:00.000Z', calendars));
  expect(extended).toMatchObject({
    dueAt: '2026-05-11T22:00:00.000Z',
    limit: 'longer',
    extended: 1,
    warned: [],
  });
  expect(wakes(response, extended)).toEqual([`80 ${value(shareOf(extended, 80, calendars))}`, 'due 2026-05-11T22:00:00.000Z']);
  expect(value(extendClock(response, extended, longer, '2026-04-21T09:00:00.000Z', calendars))).toBe(extended);
  expect(value(extendClock(handling, started, longer, '2026-04-21T09:00:00.000Z', calendars))).toBe(started);
});

test('extended after it ran out, it runs again; warnings already past are not repeated', () => {
  const started = value(startClock(response, eightWeeks, monday, calendars));
  const extended = value(
    extendClock(response, { ...started, overdue: true }, { ...eightWeeks, days: 60 }, '2026-04-30T09:00:00.000Z', calendars),
  );
  expect(extended.overdue).toBeUndefined();
  expect(wakes(response, extended)).toEqual(['due 2026-05-01T22:00:00.000Z']);
});

test('received long ago, it is due at once', () => {
  const started = value(startClock(response, eightWeeks, '2020-03-02T09:00:00.000Z', calendars));
  expect(started.dueAt).toBe('2020-04-27T22:00:00.000Z');
  expect(wakes(response, started).at(-1)).toBe('due 2020-04-27T22:00:00.000Z');
});

test('stopped, it says nothing more and keeps what it had left', () => {
  const stopped = stopClock(value(startClock(handling, twoDays, monday, calendars)), '2026-03-03T09:00:00.000Z');
  expect(wakes(handling, stopped)).toEqual([]);
  expect(value(elapsedOf(stopped, '2026-05-03T09:00:00.000Z', calendars))).toBe(8 * 3_600_000);
  expect(value(remainingOf(stopped, '2026-03-09T09:00:00.000Z', calendars))).toBe('2026-03-10T09:00:00.000Z');
  expect(stopClock(stopped, '2026-03-05T09:00:00.000Z')).toBe(stopped);
  expect(pauseClock(handling, stopped, '2026-03-05T09:00:00.000Z')).toBe(stopped);
});

test('a changed calendar plans it again, pauses included', () => {
  const started = value(startClock(handling, twoDays, monday, calendars));
  const paused = value(resumeClock(pauseClock(handling, started, '2026-03-02T13:00:00.000Z'), '2026-03-02T14:00:00.000Z', calendars));
  const free: Calendars = {
    organisation: {
      ...organisation,
      version: 2,
      holidays: [{ date: '2026-03-03', title: 'Founder’s day' }],
    },
  };
  expect(paused.dueAt).toBe('2026-03-04T10:00:00.000Z');
  expect(value(replanClock(paused, free)).dueAt).toBe('2026-03-05T10:00:00.000Z');
});

test('a calendar nobody has is refused, also if it is called like a part of every object', () => {
  for (const calendar of ['tehran', '__proto__', 'constructor', 'toString']) {
    expect(startClock(handling, { days: 1, calendar }, monday, calendars)).toEqual({
      ok: false,
      refusal: { code: 'unknown-calendar', facts: { calendar } },
    });
  }
});

test('in whatever order it rests and runs on, its limit is what it ran', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const minute = 60_000;
  const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 4_000 }), fc.integer({ min: 1, max: 9_000 })), { maxLength: 8 });
  const terms = fc.oneof(
    fc.integer({ min: 1, max: 90 }).map((workingHours) => ({ workingHours, calendar: 'organisation' })),
    fc.integer({ min: 1, max: 20_000 }).map((minutes) => ({ minutes, calendar: 'organisation' })),
  );
  const property = fc.property(terms, gaps, fc.integer({ min: 0, max: 500_000 }), (term, rests, offset) => {
    const start = Date.parse('2026-01-01T00:00:00Z') + offset * minute;
    let state = value(startClock(handling, term, new Date(start).toISOString(), calendars));
    let now = start;
    for (const [runs, lasts] of rests) {
      now += runs * minute;
      state = pauseClock(handling, state, new Date(now).toISOString());
      now += lasts * minute;
      state = value(resumeClock(state, new Date(now).toISOString(), calendars));
    }
    const limitMs = 'workingHours' in term ? term.workingHours * 60 * minute : term.minutes * minute;
    expect(value(elapsedOf(state, state.dueAt, calendars))).toBe(limitMs);
    expect(value(shareOf(state, 100, calendars))).toBe(state.dueAt);
    const half = value(shareOf(state, 50, calendars));
    expect(Math.abs(value(elapsedOf(state, half, calendars)) - limitMs / 2)).toBeLessThanOrEqual(1);
    expect(value(replanClock(state, calendars))).toEqual(state);
  });
  fc.assert(property, { seed, numRuns: 300 });
});
