import fc from 'fast-check';
import type { Calendar, Interval } from '../../engine/src/time/calendar.ts';

/**
 * A calendar read the naive way: every minute of a few years is asked what the wall shows, then everything is found by walking minutes.
 * Shares nothing with the engine but the shape of a calendar.
 */
export interface Wall {
  readonly start: number;
  readonly minutes: number;
  /** Wall time of each minute, in minutes since 1970 as if the zone were UTC. */
  readonly shows: Int32Array;
  /** The day it shows, by its number since 1970. */
  readonly days: Int32Array;
}

const minuteMs = 60_000;
/** Offsets change on quarters of an hour in all the zones and years used here. */
const stepMinutes = 15;

export function readWall(timeZone: string, from: string, to: string): Wall {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const start = Date.parse(from);
  const minutes = (Date.parse(to) - start) / minuteMs;
  const shows = new Int32Array(minutes);
  for (let minute = 0; minute < minutes; minute += stepMinutes) {
    const wall = Date.parse(`${format.format(start + minute * minuteMs).replace(' ', 'T')}Z`) / minuteMs;
    for (let step = 0; step < stepMinutes; step++) shows[minute + step] = wall + step;
  }
  return { start, minutes, shows, days: shows.map((minute) => Math.floor(minute / 1440)) };
}

/** 1 where somebody works in that minute. */
export function readWork(wall: Wall, calendar: Calendar): Uint8Array {
  const works = new Uint8Array(wall.minutes);
  let today = Number.NaN;
  let hours: readonly { readonly from: number; readonly to: number }[] = [];
  for (let minute = 0; minute < wall.minutes; minute++) {
    const shows = at(wall.shows, minute);
    const day = at(wall.days, minute);
    if (day !== today) {
      today = day;
      hours = hoursOn(new Date(day * 86_400_000), calendar);
    }
    const time = shows - day * 1440;
    for (const interval of hours) if (interval.from <= time && time < interval.to) works[minute] = 1;
  }
  return works;
}

function hoursOn(midnight: Date, calendar: Calendar): readonly { readonly from: number; readonly to: number }[] {
  const special = calendar.holidays.find((holiday) => holiday.date === midnight.toISOString().slice(0, 10));
  const weekday = String(midnight.getUTCDay() || 7);
  const usual = Object.entries(calendar.week).find(([key]) => key === weekday)?.[1] ?? [];
  const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return (special ? (special.hours ?? []) : usual).map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) }));
}

export const workedMinutes = (works: Uint8Array, from: number, to: number): number => {
  let worked = 0;
  for (let minute = from; minute < to; minute++) if (works[minute] === 1) worked += 1;
  return worked;
};

export interface Question {
  readonly unit: 'minutes' | 'hours' | 'workingHours' | 'days' | 'workingDays' | 'weeks' | 'months' | 'years';
  readonly amount: number;
  readonly counts?: 'nextDay' | 'sameDay' | 'nextWorkingDay';
  readonly ends?: 'exact' | 'endOfDay';
  readonly from: number;
  /** Minutes that do not count; only for minutes, hours and working hours, whose rest has one meaning. */
  readonly rests?: readonly { readonly from: number; readonly to: number }[];
}

/** Minute at which it falls due, found by walking; `undefined` where the walk leaves the years that were read. */
export function dueMinute(wall: Wall, works: Uint8Array, question: Question): number | undefined {
  const exact = exactMinute(wall, works, question);
  if (exact === undefined) return undefined;
  const wholeDay = question.ends === 'endOfDay' || (question.counts === 'sameDay' && !isShort(question));
  if (!wholeDay) return exact;
  // The last minute counted belongs to the day that ends; a moment reached without counting belongs to the day it begins.
  const inside = question.unit === 'workingHours' ? exact - 1 : exact;
  return endOfDay(wall, inside);
}

const isShort = (question: Question): boolean => ['minutes', 'hours', 'workingHours'].includes(question.unit);

function exactMinute(wall: Wall, works: Uint8Array, question: Question): number | undefined {
  const { from, unit, amount, counts } = question;
  const today = dayAt(wall, from);
  if (isShort(question)) {
    let begin: number | undefined = from;
    if (counts === 'nextDay') begin = endOfDay(wall, from);
    if (counts === 'nextWorkingDay') begin = firstMinuteOfNextWorkingDay(wall, works, from);
    return begin === undefined ? undefined : walk(wall, works, { ...question, from: begin });
  }
  if (unit === 'workingDays') {
    const day = workingDayAfter(wall, works, from, counts === 'sameDay' ? today - 1 : today, amount);
    return day === undefined ? undefined : sameTime(wall, from, day);
  }
  let last = calendarDay(today, unit, amount);
  if (counts === 'sameDay') last = lastDayCounted(today, unit, amount);
  if (counts === 'nextWorkingDay') {
    const first = workingDayAfter(wall, works, from, today, 1);
    if (first === undefined) return undefined;
    last = lastDayCounted(first, unit, amount);
  }
  return sameTime(wall, from, last);
}

function walk(wall: Wall, works: Uint8Array, question: Question): number | undefined {
  let left = question.amount * (question.unit === 'minutes' ? 1 : 60);
  for (let minute = question.from; minute < wall.minutes; minute++) {
    if (question.unit === 'workingHours' && at(works, minute) === 0) continue;
    if (question.rests?.some((rest) => rest.from <= minute && minute < rest.to)) continue;
    left -= 1;
    if (left === 0) return minute + 1;
  }
  return undefined;
}

const dayAt = (wall: Wall, minute: number): number => at(wall.days, minute);

/** Minute after the last one that the wall shows on that day. */
function endOfDay(wall: Wall, minute: number): number | undefined {
  const day = dayAt(wall, minute);
  let last = minute;
  // An hour shown twice may bring the day back after midnight: look three hours on.
  for (let next = minute; next < wall.minutes; next++) {
    if (dayAt(wall, next) === day) last = next;
    else if (next - last > 180) return last + 1;
  }
  return undefined;
}

function firstMinuteOfNextWorkingDay(wall: Wall, works: Uint8Array, from: number): number | undefined {
  const day = workingDayAfter(wall, works, from, dayAt(wall, from), 1);
  for (let minute = from; day !== undefined && minute < wall.minutes; minute++) if (dayAt(wall, minute) === day) return minute;
  return undefined;
}

/** The n-th day after `day` that has a minute of work. */
function workingDayAfter(wall: Wall, works: Uint8Array, from: number, day: number, n: number): number | undefined {
  const seen = new Set<number>();
  for (let minute = Math.max(0, from - 1560); minute < wall.minutes; minute++) {
    if (works[minute] !== 1) continue;
    const here = dayAt(wall, minute);
    if (here <= day || seen.has(here)) continue;
    seen.add(here);
    if (seen.size === n) return here;
  }
  return undefined;
}

/** First minute that shows the wall time of `from` on that day; of a time that is skipped, as much later as the wall jumped. */
function sameTime(wall: Wall, from: number, day: number): number | undefined {
  if (day === dayAt(wall, from)) return from;
  const target = day * 1440 + (at(wall.shows, from) % 1440);
  // No clock was ever moved by more than a day: two days before the day, the walk cannot have missed it.
  for (let minute = from + Math.max(0, day - dayAt(wall, from) - 3) * 1440; minute < wall.minutes; minute++) {
    const shows = at(wall.shows, minute);
    if (shows === target) return minute;
    if (shows > target) return minute + target - at(wall.shows, minute - 1) - 1;
  }
  return undefined;
}

/** Dates counted on paper: year, month, day. */
function calendarDay(day: number, unit: Question['unit'], amount: number): number {
  if (unit === 'days') return day + amount;
  if (unit === 'weeks') return day + 7 * amount;
  let [year, month] = datePartsOf(day);
  const number = datePartsOf(day)[2];
  for (let months = unit === 'years' ? amount * 12 : amount; months > 0; months--) {
    month += 1;
    if (month === 13) {
      month = 1;
      year += 1;
    }
  }
  return dayOfParts(year, month, Math.min(number, lengthOfMonth(year, month)));
}

/** The last day when `first` is day 1: the day before the same number comes again, or the last of a month too short to have it. */
function lastDayCounted(first: number, unit: Question['unit'], amount: number): number {
  if (unit === 'days') return first + amount - 1;
  if (unit === 'weeks') return first + 7 * amount - 1;
  const number = datePartsOf(first)[2];
  const same = calendarDay(first, unit, amount);
  return datePartsOf(same)[2] === number ? same - 1 : same;
}

const lengthOfMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};
const datePartsOf = (day: number): [number, number, number] => {
  const date = new Date(day * 86_400_000);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
};
const dayOfParts = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000;

function at(list: Int32Array | Uint8Array, index: number): number {
  const value = list[index];
  if (value === undefined) throw new RangeError(`minute ${index} was never read`);
  return value;
}

/** Zones with years in which their clocks do something. */
export const places: readonly { readonly timeZone: string; readonly from: string; readonly to: string }[] = [
  { timeZone: 'Europe/Warsaw', from: '2026-01-01T00:00:00Z', to: '2028-06-01T00:00:00Z' },
  { timeZone: 'Asia/Tehran', from: '2021-01-01T00:00:00Z', to: '2023-06-01T00:00:00Z' },
  { timeZone: 'America/New_York', from: '2023-06-01T00:00:00Z', to: '2025-12-01T00:00:00Z' },
  { timeZone: 'Pacific/Apia', from: '2010-06-01T00:00:00Z', to: '2012-12-01T00:00:00Z' },
  { timeZone: 'Australia/Lord_Howe', from: '2025-06-01T00:00:00Z', to: '2027-12-01T00:00:00Z' },
  { timeZone: 'America/Havana', from: '2024-06-01T00:00:00Z', to: '2026-12-01T00:00:00Z' },
];

const minutesOfDay = fc.integer({ min: 0, max: 96 }).map((quarters) => quarters * 15);
const timeText = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
/** Up to three intervals a day, in order, apart from one another: breaks, night shifts, whole days. */
const hours: fc.Arbitrary<readonly Interval[]> = fc.uniqueArray(minutesOfDay, { minLength: 2, maxLength: 6 }).map((times) => {
  const sorted = [...times].sort((one, other) => one - other);
  const intervals: Interval[] = [];
  for (let index = 0; index + 1 < sorted.length; index += 2)
    intervals.push({ from: timeText(sorted[index] ?? 0), to: timeText(sorted[index + 1] ?? 0) });
  return intervals;
});

/** A calendar of that place: three to seven working days, holidays, half days and working free days around the changes of its clocks. */
export function calendars(place: (typeof places)[number]): fc.Arbitrary<Calendar> {
  const firstDay = Date.parse(place.from) / 86_400_000;
  const lastDay = Date.parse(place.to) / 86_400_000;
  const special = fc.record(
    {
      date: fc.integer({ min: firstDay, max: lastDay }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
      title: fc.constant('A day'),
      hours,
    },
    { requiredKeys: ['date', 'title'] },
  );
  return fc.record({
    id: fc.constant('organisation'),
    version: fc.constant(1),
    timeZone: fc.constant(place.timeZone),
    week: fc
      .tuple(
        fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), { minLength: 3, maxLength: 7 }),
        fc.array(hours, { minLength: 7, maxLength: 7 }),
      )
      .map(([weekdays, days]) => Object.fromEntries(weekdays.map((weekday, index) => [weekday, days[index] ?? []]))),
    holidays: fc.uniqueArray(special, { maxLength: 60, selector: (holiday) => holiday.date }),
  });
}

const dayRange = { minutes: 20_000, hours: 700, workingHours: 120, days: 60, workingDays: 30, weeks: 10, months: 14, years: 1 } as const;

/** One question within the years read; half of the starts lie within two days of a change of the clocks. */
export function questions(wall: Wall): fc.Arbitrary<Question> {
  const jumps: number[] = [];
  for (let minute = 1; minute < wall.minutes; minute++) if (at(wall.shows, minute) !== at(wall.shows, minute - 1) + 1) jumps.push(minute);
  const anywhere = fc.integer({ min: 3000, max: wall.minutes - 3000 });
  const nearJump = fc
    .tuple(fc.constantFrom(...jumps), fc.integer({ min: -2880, max: 2880 }))
    .map(([jump, minutes]) => Math.max(3000, jump + minutes));
  const rest = fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 5000 }));
  return fc
    .record({
      unit: fc.constantFrom(...(Object.keys(dayRange) as (keyof typeof dayRange)[])),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      counts: fc.constantFrom(undefined, 'nextDay' as const, 'sameDay' as const, 'nextWorkingDay' as const),
      ends: fc.constantFrom(undefined, 'exact' as const, 'endOfDay' as const),
      from: jumps.length > 0 ? fc.oneof(anywhere, nearJump) : anywhere,
      rests: fc.array(rest, { maxLength: 3 }),
    })
    .map(({ unit, share, counts, ends, from, rests }) => {
      const question = {
        unit,
        amount: 1 + Math.floor(share * (dayRange[unit] - 1)),
        from,
        ...(counts && { counts }),
        ...(ends && { ends }),
      };
      if (!isShort(question) || ends === 'endOfDay') return question;
      let after = from;
      const placed = rests.map(([gap, length]) => {
        const begin = after + gap;
        after = begin + length;
        return { from: begin, to: after };
      });
      return { ...question, rests: placed };
    });
}
