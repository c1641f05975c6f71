import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Calendar } from './calendar.ts';
import { dueInstant } from './due-at.ts';
import { dateOf, instantOf, minuteMs, timeOf, weekdayOf } from './local-date.ts';
import type { Pause, Term, TimeRefusal } from './term.ts';
import { runsInWorkingTime } from './term.ts';
import type { WorkingTime } from './working-time.ts';
import { workingTimeOf } from './working-time.ts';

/** One day on the way from the start to the due date, by the calendar's own dates. */
export interface ExplainedDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /**
   * `counted` days count whole, `half-day` ones too but have fewer working hours than their weekday; `weekend` and `holiday` do not count for working
   * terms; `paused` ones rested all the time they would have counted. Terms that run day and night count every day.
   */
  readonly kind: 'start' | 'counted' | 'weekend' | 'holiday' | 'half-day' | 'paused' | 'due';
  /** Name of the holiday, also where the day counts. */
  readonly title?: string;
  /** Working minutes of that day between start and due date, pauses left out; whole, rounded down. */
  readonly workedMinutes: number;
}

/** More days than anybody reads; a longer way is refused as `too-far`. */
const daysMax = 3_700;

/** Explains `dueAt(term, from, calendar, pauses)` day by day, for the strip of days beside a due date. The first is the start, the last the due date. */
export function explainDue(
  term: Term,
  from: string,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): Result<readonly ExplainedDay[], TimeRefusal> {
  const start = instantOf(from);
  if (start === undefined) return refuse({ code: 'not-a-date', facts: { value: from } });
  const working = workingTimeOf(calendar);
  if (!working.ok) return working;
  const due = dueInstant(term, start, working.value, pauses);
  if (!due.ok) return due;
  const way = {
    term,
    start,
    due: Math.max(start, due.value),
    pauses: clip(pauses, start, due.value),
  };
  const first = working.value.dayAt(start);
  // 24:00 is written on the day it ends, not on the one it begins.
  const last = working.value.dayAt(way.due > start ? way.due - 1 : way.due);
  if (last - first > daysMax) return refuse({ code: 'too-far', facts: { days: last - first } });
  const titles = new Map(calendar.holidays.map((holiday) => [holiday.date, holiday.title]));
  const days: ExplainedDay[] = [];
  for (let day = first; day <= last; day++) {
    const date = dateOf(day);
    const title = titles.get(date);
    const kind =
      day === last
        ? 'due'
        : day === first
          ? 'start'
          : kindOf(day, {
              way,
              working: working.value,
              calendar,
              holiday: title !== undefined,
            });
    days.push({
      date,
      kind,
      ...(title !== undefined && { title }),
      workedMinutes: workedMinutes(day, way, working.value),
    });
  }
  return ok(days);
}

interface Way {
  readonly term: Term;
  readonly start: number;
  readonly due: number;
  readonly pauses: readonly Span[];
}
interface Span {
  readonly from: number;
  readonly to: number;
}

function clip(pauses: readonly Pause[], start: number, due: number): readonly Span[] {
  return pauses.flatMap((pause) => {
    const from = Math.max(start, instantOf(pause.from) ?? due);
    const to = Math.min(due, (pause.to === undefined ? undefined : instantOf(pause.to)) ?? due);
    return from < to ? [{ from, to }] : [];
  });
}

function kindOf(
  day: number,
  facts: {
    way: Way;
    working: WorkingTime;
    calendar: Calendar;
    holiday: boolean;
  },
): ExplainedDay['kind'] {
  const { way, working, calendar, holiday } = facts;
  const { worked, spans } = working.day(day);
  const counts = runsInWorkingTime(way.term);
  if (counts && worked === 0) return holiday ? 'holiday' : 'weekend';
  const counted = counts ? spans : [{ from: working.endOf(day - 1), to: working.endOf(day) }];
  if (counted.every((span) => way.pauses.some((pause) => pause.from <= span.from && pause.to >= span.to))) return 'paused';
  return holiday && worked > 0 && isShort(day, working, calendar) ? 'half-day' : 'counted';
}

/** Fewer hours than its weekday usually has; a working Saturday is not short. */
function isShort(day: number, working: WorkingTime, calendar: Calendar): boolean {
  const usual = Object.entries(calendar.week).find(([weekday]) => Number(weekday) === weekdayOf(day))?.[1] ?? [];
  const usualMs = usual.reduce((sum, interval) => sum + (timeOf(interval.to) ?? 0) - (timeOf(interval.from) ?? 0), 0);
  return working.day(day).worked < usualMs;
}

function workedMinutes(day: number, way: Way, working: WorkingTime): number {
  let worked = 0;
  for (const span of working.day(day).spans) {
    const from = Math.max(span.from, way.start);
    const to = Math.min(span.to, way.due);
    if (from >= to) continue;
    worked += to - from;
    for (const pause of way.pauses) worked -= Math.max(0, Math.min(to, pause.to) - Math.max(from, pause.from));
  }
  return Math.floor(worked / minuteMs);
}
