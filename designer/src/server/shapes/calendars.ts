import type { Instant } from './basics.ts';
import type { PersonName } from './people.ts';

/** Local wall time, `HH:MM`; `24:00` is midnight at the end. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

/** Free, or with hours of its own: a half day, a working Saturday. */
export interface HolidayRow {
  readonly date: string;
  readonly title: string;
  readonly hours?: readonly Interval[];
}

/** Working intervals by ISO weekday, 1 Monday to 7 Sunday. A missing day is free. */
export interface Week {
  readonly '1'?: readonly Interval[];
  readonly '2'?: readonly Interval[];
  readonly '3'?: readonly Interval[];
  readonly '4'?: readonly Interval[];
  readonly '5'?: readonly Interval[];
  readonly '6'?: readonly Interval[];
  readonly '7'?: readonly Interval[];
}

export interface CalendarView {
  readonly id: string;
  readonly version: number;
  readonly timeZone: string;
  readonly week: Week;
  readonly holidays: readonly HolidayRow[];
  /** Since when this version counts. */
  readonly since: Instant;
  /** Who saved it. */
  readonly by?: PersonName;
  /** What was stored is damaged: nothing can be counted by it until it has a next version. */
  readonly damaged?: true;
}

export interface NewCalendarVersion {
  readonly timeZone: string;
  readonly week: Week;
  readonly holidays: readonly HolidayRow[];
}

/** The new version and how many open deadlines moved because of it, in how many cases. */
export interface ChangedCalendar {
  readonly calendar: CalendarView;
  readonly replanned: {
    readonly cases: number;
    readonly deadlines: number;
  };
}

/** One day of a due date that explains itself. */
export interface DueDay {
  readonly date: string;
  readonly kind: string;
  readonly title?: string;
  readonly workedMinutes?: number;
}

export interface DueExplanation {
  readonly from: Instant;
  readonly dueAt: Instant;
  readonly calendar: {
    readonly id: string;
    readonly version: number;
    readonly timeZone: string;
  };
  readonly days: readonly DueDay[];
}
