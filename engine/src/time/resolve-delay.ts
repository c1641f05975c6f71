import type { Delay, Duration, DurationUnit } from '../definition/definition.ts';
import type { Json } from '../json.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Calendar, Calendars } from './calendar.ts';
import { dayMs, dayOf, instantOf, isoOf } from './local-date.ts';
import type { Term, TimeRefusal } from './term.ts';
import { lengthOf } from './term.ts';
import { zoneOf } from './zone.ts';

export interface DelayFacts {
  /** Value of the FEEL expression of a computed amount (a number) or of `until` (a date, or a date and time). */
  readonly value?: Json;
  /** For `remaining`: when the clock would run out if it ran from now on (see `remainingOf`), UTC ISO. */
  readonly remaining?: string;
  /** `definition.calendar`. */
  readonly calendar?: string;
}

/**
 * The term a delay stands for, with its computed parts filled in. A date means its first instant in the zone of the calendar, a date and time without
 * offset the wall time there. `atMost` is kept in the term and enforced by `dueAt`.
 * Refused: an amount that is no finite number or negative, a date that does not exist, a calendar nobody has, a clock that never started.
 */
export function resolveDelay(delay: Delay, facts: DelayFacts, calendars: Calendars): Result<Term, TimeRefusal> {
  const calendar = calendarOf(delay.calendar ?? facts.calendar, calendars);
  if (!calendar.ok) return calendar;
  const length = resolveLength(delay, facts, calendar.value);
  if (!length.ok) return length;
  return ok({
    ...length.value,
    ...(delay.atMost && { atMost: delay.atMost }),
    calendar: delay.calendar ?? facts.calendar ?? 'organisation',
    ...(delay.ends && { ends: delay.ends }),
    ...(delay.counts && { counts: delay.counts }),
  });
}

/** The calendar of that id, `organisation` where none is named. */
export function calendarOf(id: string | undefined, calendars: Calendars): Result<Calendar, TimeRefusal> {
  const name = id ?? 'organisation';
  const calendar = Object.hasOwn(calendars, name) ? calendars[name] : undefined;
  return calendar ? ok(calendar) : refuse({ code: 'unknown-calendar', facts: { calendar: name } });
}

function resolveLength(delay: Delay, facts: DelayFacts, calendar: Calendar): Result<Duration & { until?: string }, TimeRefusal> {
  if (delay.remaining !== undefined) {
    if (facts.remaining === undefined)
      return refuse({
        code: 'clock-not-started',
        facts: { clock: delay.remaining },
      });
    return ok({ until: facts.remaining });
  }
  if (delay.until !== undefined) {
    const until = typeof facts.value === 'string' ? untilOf(facts.value, calendar) : undefined;
    if (until === undefined)
      return refuse({
        code: 'not-a-date',
        facts: { value: facts.value ?? null },
      });
    return until;
  }
  const length = lengthOf(delay);
  if (!length) return refuse({ code: 'not-a-number', facts: { value: null } });
  const amount = typeof length.amount === 'number' ? length.amount : facts.value;
  if (typeof amount !== 'number' || !Number.isFinite(amount) || amount < 0) {
    return refuse({
      code: 'not-a-number',
      facts: {
        unit: length.unit,
        value: typeof amount === 'number' ? String(amount) : (amount ?? null),
      },
    });
  }
  return ok(durationOf(length.unit, amount));
}

const durationOf = (unit: DurationUnit, amount: number): Duration => ({
  [unit]: amount,
});

/** Date and time, with the zone FEEL may write behind it: `@Europe/Warsaw` or `[Europe/Warsaw]`. */
const datePattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?:@(\S+)|\[([^\]]+)\])?$/;

function untilOf(value: string, calendar: Calendar): Result<{ until: string }, TimeRefusal> | undefined {
  const instant = instantOf(value.replace(/\[[^\]]*\]$/, ''));
  if (instant !== undefined) return ok({ until: isoOf(instant) });
  const [, date, hours, minutes, seconds, zoneName, bracketed] = datePattern.exec(value) ?? [];
  const day = date === undefined ? undefined : dayOf(date);
  const [hour, minute, second] = [Number(hours ?? 0), Number(minutes ?? 0), Number(seconds ?? 0)];
  if (day === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const timeZone = zoneName ?? bracketed ?? calendar.timeZone;
  const zone = zoneOf(timeZone);
  if (!zone)
    return refuse({
      code: 'unknown-zone',
      facts: { calendar: calendar.id, timeZone },
    });
  const wall = day * dayMs + ((hour * 60 + minute) * 60 + second) * 1000;
  return ok({ until: isoOf(zone.instantAt(wall)) });
}
