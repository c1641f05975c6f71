import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Calendar, Interval } from './calendar.ts';
import { dayMs, dayOf, timeOf, weekdayOf } from './local-date.ts';
import type { TimeRefusal } from './term.ts';
import type { Zone } from './zone.ts';
import { zoneOf } from './zone.ts';

/** A calendar made ready for counting. Instants are milliseconds since 1970. A minute is worked when the wall clock shows a working time. */
export interface WorkingTime {
  readonly calendar: string;
  readonly zone: Zone;
  day(day: number): WorkingDay;
  /** Day on which an instant falls, by the wall clock. */
  dayAt(instant: number): number;
  /** First instant after a day. */
  endOf(day: number): number;
  /** After this day nobody works any more; infinite for a calendar with a working week. */
  readonly lastDay: number;
  /** Milliseconds worked in `from` (inclusive) to `to` (exclusive). */
  between(from: number, to: number): number;
  /** The first instant at which `worked` milliseconds were worked since `from`. */
  after(from: number, worked: number): Result<number, TimeRefusal>;
}
export interface WorkingDay {
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  readonly worked: number;
}

/** Nothing is counted further than this from where it starts. */
export const horizonDays = 73_050;

/** Ready-made, kept as long as the calendar object lives: a version never changes. Refuses an unknown zone and hours that are no times. */
export function workingTimeOf(calendar: Calendar): Result<WorkingTime, TimeRefusal> {
  const known = ready.get(calendar);
  if (known) return known;
  const built = build(calendar);
  ready.set(calendar, built);
  return built;
}

const ready = new WeakMap<Calendar, Result<WorkingTime, TimeRefusal>>();
const daysKeptMax = 40_000;

interface Hours {
  readonly week: readonly (readonly Span[])[];
  readonly holidays: ReadonlyMap<number, readonly Span[]>;
}
interface Span {
  readonly from: number;
  readonly to: number;
}

function build(calendar: Calendar): Result<WorkingTime, TimeRefusal> {
  const zone = zoneOf(calendar.timeZone);
  if (!zone)
    return refuse({
      code: 'unknown-zone',
      facts: { calendar: calendar.id, timeZone: calendar.timeZone },
    });
  const hours = readHours(calendar);
  if (!hours.ok) return hours;
  const kept = new Map<number, WorkingDay>();
  const day = (number: number): WorkingDay => {
    const known = kept.get(number);
    if (known) return known;
    if (kept.size >= daysKeptMax) kept.clear();
    const built = workingDay(number, hours.value, zone);
    kept.set(number, built);
    return built;
  };
  const dayAt = (instant: number): number => Math.floor((instant + zone.offsetAt(instant)) / dayMs);
  const lastDay = lastWorkingDay(hours.value);
  const tooFar = (): Result<never, TimeRefusal> => refuse({ code: 'no-working-time', facts: { calendar: calendar.id } });
  return ok({
    calendar: calendar.id,
    zone,
    day,
    dayAt,
    lastDay,
    endOf: zone.endOf,
    between: (from, to) =>
      workedBetween({
        from,
        to,
        first: dayAt(from) - 1,
        last: dayAt(to) + 1,
        day,
      }),
    after: (from, worked) => {
      if (worked <= 0) return ok(from);
      let left = worked;
      // The day before counts too: where clocks go back over midnight, its last hour comes after the first of the next.
      const first = dayAt(from) - 1;
      const last = Math.min(lastDay, first + horizonDays);
      for (let number = first; number <= last; number++) {
        const { spans, worked: whole } = day(number);
        if (number > first + 2 && whole < left) {
          left -= whole;
          continue;
        }
        for (const span of spans) {
          const start = Math.max(span.from, from);
          if (start >= span.to) continue;
          if (left <= span.to - start) return ok(start + left);
          left -= span.to - start;
        }
      }
      return tooFar();
    },
  });
}

function workedBetween(range: { from: number; to: number; first: number; last: number; day: (day: number) => WorkingDay }): number {
  const { from, to, first, last, day } = range;
  if (to <= from) return 0;
  let worked = 0;
  for (let number = first; number <= last; number++) {
    const { spans, worked: whole } = day(number);
    if (number > first + 2 && number < last - 2) worked += whole;
    else for (const span of spans) worked += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
  }
  return worked;
}

/** What is really worked on a day: hours that the clock skips do not exist, hours that it shows twice count twice. */
function workingDay(day: number, hours: Hours, zone: Zone): WorkingDay {
  const planned = hours.holidays.get(day) ?? hours.week[weekdayOf(day)] ?? [];
  if (planned.length === 0) return freeDay;
  const midnight = day * dayMs;
  const spans: Span[] = [];
  for (const stretch of zone.stretches(midnight - dayMs, midnight + 2 * dayMs)) {
    for (const { from, to } of planned) {
      const start = Math.max(midnight + from - stretch.offset, stretch.from);
      const end = Math.min(midnight + to - stretch.offset, stretch.to);
      if (start < end) spans.push({ from: start, to: end });
    }
  }
  return {
    spans,
    worked: spans.reduce((sum, span) => sum + span.to - span.from, 0),
  };
}

const freeDay: WorkingDay = { spans: [], worked: 0 };

function lastWorkingDay(hours: Hours): number {
  if (hours.week.some((spans) => spans.length > 0)) return Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const [day, spans] of hours.holidays) if (spans.length > 0) last = Math.max(last, day);
  return last;
}

function readHours(calendar: Calendar): Result<Hours, TimeRefusal> {
  const week: (readonly Span[])[] = [[]];
  for (const weekday of ['1', '2', '3', '4', '5', '6', '7'] as const) {
    const spans = spansOf(calendar.week[weekday] ?? []);
    if (!spans)
      return refuse({
        code: 'calendar-invalid',
        facts: { calendar: calendar.id, at: `/week/${weekday}` },
      });
    week.push(spans);
  }
  const holidays = new Map<number, readonly Span[]>();
  for (const [index, holiday] of calendar.holidays.entries()) {
    const day = dayOf(holiday.date);
    const spans = spansOf(holiday.hours ?? []);
    if (day === undefined || !spans)
      return refuse({
        code: 'calendar-invalid',
        facts: { calendar: calendar.id, at: `/holidays/${index}` },
      });
    holidays.set(day, spans);
  }
  return ok({ week, holidays });
}

/** In order and without overlap, so that no minute counts twice; nothing if an interval is no time or ends before it starts. */
function spansOf(intervals: readonly Interval[]): readonly Span[] | undefined {
  const spans: Span[] = [];
  for (const interval of intervals) {
    const from = timeOf(interval.from);
    const to = timeOf(interval.to);
    if (from === undefined || to === undefined || from >= to) return undefined;
    spans.push({ from, to });
  }
  spans.sort((one, other) => one.from - other.from);
  const merged: Span[] = [];
  for (const span of spans) {
    const before = merged.at(-1);
    if (before && span.from <= before.to)
      merged[merged.length - 1] = {
        from: before.from,
        to: Math.max(before.to, span.to),
      };
    else merged.push(span);
  }
  return merged;
}
