import { Type } from '@sinclair/typebox';
import { Instant } from './basics.ts';
import { PersonName } from './people.ts';

const closed = { additionalProperties: false } as const;

/** Local wall time, `HH:MM`; `24:00` is midnight at the end. */
export const Interval = Type.Object(
  {
    from: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
    to: Type.String({ pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' }),
  },
  closed,
);
/** Free, or with hours of its own: a half day, a working Saturday. */
export const HolidayRow = Type.Object(
  {
    date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    title: Type.String({ maxLength: 200 }),
    hours: Type.Optional(Type.Array(Interval, { maxItems: 10 })),
  },
  closed,
);
const day = Type.Optional(Type.Array(Interval, { maxItems: 10 }));
/** Working intervals by ISO weekday, 1 Monday to 7 Sunday. A missing day is free. */
export const Week = Type.Object({ '1': day, '2': day, '3': day, '4': day, '5': day, '6': day, '7': day }, closed);

export const CalendarView = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  timeZone: Type.String(),
  week: Week,
  holidays: Type.Array(HolidayRow),
  /** Since when this version counts. */
  since: Instant,
  /** Who saved it. */
  by: Type.Optional(PersonName),
  /** What was stored is damaged: nothing can be counted by it until it has a next version. */
  damaged: Type.Optional(Type.Literal(true)),
});
export const NewCalendarVersion = Type.Object(
  {
    timeZone: Type.String({ minLength: 1, maxLength: 100 }),
    week: Week,
    holidays: Type.Array(HolidayRow, { maxItems: 2000 }),
  },
  closed,
);
/** The new version and how many open deadlines moved because of it, in how many cases. */
export const ChangedCalendar = Type.Object({
  calendar: CalendarView,
  replanned: Type.Object({ cases: Type.Integer(), deadlines: Type.Integer() }),
});

/** One day of a due date that explains itself. */
export const DueDay = Type.Object({
  date: Type.String(),
  kind: Type.String(),
  title: Type.Optional(Type.String()),
  workedMinutes: Type.Optional(Type.Number()),
});
export const DueExplanation = Type.Object({
  from: Instant,
  dueAt: Instant,
  calendar: Type.Object({
    id: Type.String(),
    version: Type.Integer(),
    timeZone: Type.String(),
  }),
  days: Type.Array(DueDay),
});
