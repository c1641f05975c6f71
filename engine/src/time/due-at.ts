import type { Duration, DurationUnit } from '../definition/definition.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Calendar } from './calendar.ts';
import { addMonths, dayMs, instantOf, isoOf, lastDayOfMonths, minuteMs } from './local-date.ts';
import type { Pause, Term, TimeRefusal } from './term.ts';
import { lengthOf, runsInWorkingTime } from './term.ts';
import type { WorkingTime } from './working-time.ts';
import { horizonDays, workingTimeOf } from './working-time.ts';

/**
 * When a term that starts at `from` falls due; UTC ISO, never before `from` unless it says `until`.
 *
 * - minutes, hours: as they pass. workingHours: as people work, due with the last minute worked.
 * - days, weeks, months, years: the same wall time on the day counted to; 31 January + 1 month is the last of February.
 *   A time the clock skips is as much later, of a time shown twice the first counts.
 * - workingDays: the same wall time on the n-th day on which anybody works, half days included.
 * - `counts` for days and longer: `nextDay` (default) the day of the start is day 0; `sameDay` it is day 1, so the term ends when its last day
 *   is over; `nextWorkingDay` the first working day after the start is day 1. For minutes and hours: counting starts at once (default,
 *   `sameDay`), with the next day, or with the next working day.
 * - `ends: endOfDay`: when that day is over, 24:00 on the wall.
 * - `pauses`: time that does not count. Working terms gain the working time of a pause, days and longer its wall time, hours its length.
 *
 * Refused: `from` that is no instant, amounts that are negative, not finite or (working days, months, years) not whole, more than 200 years,
 * a calendar in which the time is never worked.
 */
export function dueAt(term: Term, from: string, calendar: Calendar, pauses: readonly Pause[] = []): Result<string, TimeRefusal> {
  const start = instantOf(from);
  if (start === undefined) return refuse({ code: 'not-a-date', facts: { value: from } });
  const working = workingTimeOf(calendar);
  if (!working.ok) return working;
  const due = dueInstant(term, start, working.value, pauses);
  return due.ok ? ok(isoOf(due.value)) : due;
}

/** As `dueAt`, in milliseconds since 1970. */
export function dueInstant(term: Term, start: number, working: WorkingTime, pauses: readonly Pause[] = []): Result<number, TimeRefusal> {
  const due = unboundedDue(term, start, working, pauses);
  if (!term.atMost || (!due.ok && due.refusal.code !== 'too-far')) return due;
  const bound = unboundedDue({ ...onlyRules(term), ...term.atMost }, start, working, pauses);
  return due.ok && bound.ok ? ok(Math.min(due.value, bound.value)) : bound;
}

const onlyRules = ({ calendar, ends, counts }: Term): Term => ({ calendar, ...(ends && { ends }), ...(counts && { counts }) });

/** Moment before rounding to the end of its day, and the day it belongs to where the moment is midnight at that day's end. */
interface Moment {
  readonly at: number;
  readonly wholeDay: boolean;
  /** Where counting begins, if not at the start: rest before it costs nothing. */
  readonly begin?: number;
}

function unboundedDue(term: Term, start: number, working: WorkingTime, pauses: readonly Pause[]): Result<number, TimeRefusal> {
  const moment = momentOf(term, start, working);
  if (!moment.ok) return moment;
  const wholeDay = moment.value.wholeDay || term.ends === 'endOfDay';
  const finish = (at: number): number => (wholeDay ? working.endOf(working.dayAt(at)) : at);
  let at = moment.value.at;
  for (const pause of pauses) {
    const rests = instantOf(pause.from);
    const to = pause.to === undefined ? undefined : instantOf(pause.to);
    if (rests === undefined || to === undefined) continue;
    const from = Math.max(rests, moment.value.begin ?? start);
    if (to <= from || from >= finish(at)) continue;
    const later = addRested({ term, at, from, to }, working);
    if (!later.ok) return later;
    at = later.value;
  }
  const due = finish(at);
  return due - start > horizonDays * dayMs ? refuse({ code: 'too-far', facts: { ...term.atMost, ...facts(term) } }) : ok(due);
}

function addRested(rest: { term: Term; at: number; from: number; to: number }, working: WorkingTime): Result<number, TimeRefusal> {
  const { term, at, from, to } = rest;
  if (runsInWorkingTime(term)) return working.after(at, working.between(from, to));
  if (term.minutes !== undefined || term.hours !== undefined || term.until !== undefined) return ok(at + to - from);
  const { zone } = working;
  const wall = Math.max(0, to + zone.offsetAt(to) - from - zone.offsetAt(from));
  return ok(zone.instantAt(at + zone.offsetAt(at) + wall));
}

function momentOf(term: Term, start: number, working: WorkingTime): Result<Moment, TimeRefusal> {
  if (term.until !== undefined) {
    const until = instantOf(term.until);
    return until === undefined ? refuse({ code: 'not-a-date', facts: { value: term.until } }) : ok({ at: until, wholeDay: false });
  }
  const length = lengthOf(term);
  if (!length || !Number.isFinite(length.amount) || length.amount < 0) return refuse({ code: 'not-a-number', facts: facts(term) });
  const { unit, amount } = length;
  const uncountable = uncountableOf(unit, amount);
  if (uncountable) return refuse({ code: uncountable, facts: facts(term) });
  const moment = isDayUnit(unit) ? dayMoment({ term, unit, amount, start }, working) : timeMoment({ term, unit, amount, start }, working);
  return moment.ok ? ok({ ...moment.value, at: Math.max(start, moment.value.at) }) : moment;
}

interface Count {
  readonly term: Term;
  readonly unit: DurationUnit;
  readonly amount: number;
  readonly start: number;
}

function timeMoment(count: Count, working: WorkingTime): Result<Moment, TimeRefusal> {
  const { term, unit, amount, start } = count;
  const day = working.dayAt(start);
  let from = start;
  if (term.counts === 'nextDay') from = working.endOf(day);
  if (term.counts === 'nextWorkingDay') {
    const first = nthWorkingDay(day, 1, working);
    if (!first.ok) return first;
    from = working.endOf(first.value - 1);
  }
  const minutes = amount * (unit === 'minutes' ? 1 : 60);
  if (unit !== 'workingHours') return ok({ at: from + minutes * minuteMs, wholeDay: false, begin: from });
  const due = working.after(from, minutes * minuteMs);
  if (!due.ok) return due;
  // 24:00 closes the day that was worked; for the end of that day it must not look like the next one.
  const inside = term.ends === 'endOfDay' && due.value > start;
  return ok({ at: inside ? due.value - 1 : due.value, wholeDay: false, begin: from });
}

function dayMoment(count: Count, working: WorkingTime): Result<Moment, TimeRefusal> {
  const { term, unit, amount, start } = count;
  const day = working.dayAt(start);
  const last = lastDay(count, day, working);
  if (!last.ok) return last;
  const wall = start + working.zone.offsetAt(start);
  const days = unit === 'weeks' ? amount * 7 : amount;
  const restMs = (days - Math.floor(days)) * dayMs; // Months, years and working days are whole.
  const at = working.zone.instantAt(wall + (last.value - day) * dayMs);
  if (term.counts !== 'sameDay') return ok({ at: at + restMs, wholeDay: false });
  return ok(restMs > 0 ? { at: working.endOf(last.value) + restMs, wholeDay: false } : { at, wholeDay: true });
}

/** The day on which the last whole unit is counted. */
function lastDay(count: Count, day: number, working: WorkingTime): Result<number, TimeRefusal> {
  const { term, unit, amount } = count;
  if (unit === 'workingDays') return amount === 0 ? ok(day) : nthWorkingDay(term.counts === 'sameDay' ? day - 1 : day, amount, working);
  const months = unit === 'months' ? amount : unit === 'years' ? amount * 12 : undefined;
  const days = Math.floor(unit === 'weeks' ? amount * 7 : amount);
  if (term.counts === 'nextWorkingDay') {
    const first = nthWorkingDay(day, 1, working);
    if (!first.ok) return first;
    return ok(months === undefined ? first.value + days - 1 : lastDayOfMonths(first.value, months));
  }
  if (term.counts === 'sameDay') return ok(months === undefined ? day + days - 1 : lastDayOfMonths(day, months));
  return ok(months === undefined ? day + days : addMonths(day, months));
}

/** The n-th day after `day` on which anybody works. */
function nthWorkingDay(day: number, n: number, working: WorkingTime): Result<number, TimeRefusal> {
  let left = n;
  const last = Math.min(working.lastDay, day + horizonDays);
  for (let number = day + 1; number <= last; number++) {
    if (working.day(number).worked > 0 && --left === 0) return ok(number);
  }
  return refuse({ code: 'no-working-time', facts: { calendar: working.calendar } });
}

const isDayUnit = (unit: DurationUnit): boolean => unit !== 'minutes' && unit !== 'hours' && unit !== 'workingHours';
const wholeUnits: ReadonlySet<DurationUnit> = new Set(['workingDays', 'months', 'years']);
/** The least a unit takes, in days: a bound that is checked before anything is counted. */
const unitDays: Record<DurationUnit, number> = {
  minutes: 1 / 1440,
  hours: 1 / 24,
  workingHours: 1 / 24,
  days: 1,
  workingDays: 1,
  weeks: 7,
  months: 28,
  years: 365,
};

/** Why so many of a unit are never counted, whatever the calendar. */
export function uncountableOf(unit: DurationUnit, amount: number): 'too-far' | 'not-whole' | undefined {
  if (amount * unitDays[unit] > horizonDays) return 'too-far';
  return wholeUnits.has(unit) && !Number.isInteger(amount) ? 'not-whole' : undefined;
}

/** Unit and amount for a refusal; JSON knows no NaN and no infinity. */
function facts(duration: Duration): Record<string, string | number> {
  const length = lengthOf(duration);
  if (!length) return {};
  return {
    unit: length.unit,
    amount: Number.isFinite(length.amount) ? length.amount : String(length.amount),
  };
}
