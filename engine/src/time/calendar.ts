/** A working calendar: when people work. Versioned, never edited in place; display calendars (Jalali) are not its business. */
export interface Calendar {
  readonly id: string;
  readonly version: number;
  /** IANA zone, e.g. `Europe/Warsaw`. */
  readonly timeZone: string;
  /** Working intervals by ISO weekday, 1 Monday to 7 Sunday; breaks are the gaps between intervals. A missing day is free. */
  readonly week: {
    readonly [weekday in '1' | '2' | '3' | '4' | '5' | '6' | '7']?: readonly Interval[];
  };
  readonly holidays: readonly Holiday[];
}

/** Local wall time `HH:MM`, from inclusive, to exclusive; `24:00` is midnight at the end. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

/** A day that differs from its weekday: free, or with hours of its own (a half day, or a working Saturday). */
export interface Holiday {
  /** Local date `YYYY-MM-DD`. */
  readonly date: string;
  readonly title: string;
  readonly hours?: readonly Interval[];
}

/** Calendars by the id that delays name; `organisation` is always there. */
export type Calendars = { readonly organisation: Calendar } & {
  readonly [id: string]: Calendar;
};
