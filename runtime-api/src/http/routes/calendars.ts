import { type Calendar, checkCalendar, ok, type Result, refuse } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { changeCalendar } from '../../calendars/change-calendar.ts';
import { isCalendar } from '../../definitions/published.ts';
import { noteInPeopleLog } from '../../people/people-log.ts';
import { namesOf } from '../../people/persons.ts';
import type { CalendarDocument } from '../../store/models/definition.ts';
import { storedJson } from '../../stored-json.ts';
import type { HttpRefusal } from '../http-refusal.ts';
import type { Office } from '../office.ts';
import { present } from '../present.ts';
import { answer, type Route, revised, route } from '../route.ts';
import { Page } from '../shapes/basics.ts';
import { CalendarView, ChangedCalendar, NewCalendarVersion } from '../shapes/calendars.ts';

const tag = 'calendars';
/** As a definition names it: what a procedure could not name is no calendar. */
const calendarId = /^[a-z][A-Za-z0-9]{0,47}$/;

/** Its versions, oldest first, as the last one counts. Where that was damaged: the last that can still be read, for whoever saves it as the next version. */
async function viewOf(
  { desk }: Office,
  organisation: string,
  versions: readonly CalendarDocument[],
): Promise<Static<typeof CalendarView> | undefined> {
  const newest = versions.at(-1);
  const readable = versions.findLast(({ text }) => isCalendar(storedJson(text)));
  if (newest === undefined) return undefined;
  const {
    timeZone,
    week,
    holidays,
  }: Pick<Static<typeof CalendarView>, 'timeZone' | 'week' | 'holidays'> = readable === undefined
    ? { timeZone: 'UTC', week: {}, holidays: [] }
    : JSON.parse(readable.text);
  const { calendar: id, version, at } = newest;
  const by = newest.by === undefined ? undefined : (await namesOf(desk, organisation, [newest.by])).get(newest.by);
  return { id, version, timeZone, week, holidays, since: at, ...present({ by }), ...(readable === newest ? {} : { damaged: true }) };
}

/** All versions of one calendar, or of every one, oldest first. */
const versionsOf = (office: Office, organisation: string, calendar?: string): Promise<CalendarDocument[]> =>
  office.ports.store.calendars
    .find({ organisation, ...(calendar === undefined ? {} : { calendar }) })
    .sort({ calendar: 1, version: 1 })
    .lean<CalendarDocument[]>();

/** A calendar as people typed it, or what is wrong with it, by place. */
function checked(id: string, version: number, wish: Static<typeof NewCalendarVersion>): Result<Calendar, HttpRefusal> {
  const week = Object.fromEntries(Object.entries(wish.week).filter(([, hours]) => hours !== undefined && hours.length > 0));
  const holidays = [...wish.holidays]
    .sort((one, other) => (one.date < other.date ? -1 : 1))
    .map(({ date, title, hours }) => ({ date, title, ...(hours === undefined ? {} : { hours }) }));
  const calendar: Calendar = { id, version, timeZone: wish.timeZone, week, holidays };
  const errors = checkCalendar({
    ...calendar,
    holidays: wish.holidays.map(({ date, title, hours }) => ({ date, title, ...(hours === undefined ? {} : { hours }) })),
  }).filter(({ severity }) => severity === 'error');
  return errors.length === 0
    ? ok(calendar)
    : refuse({ code: 'calendar-invalid', problems: errors.map(({ at, code, facts }) => ({ at, keyword: code, facts })) });
}

export const calendarRoutes: readonly Route[] = [
  route(
    'get',
    {
      operation: 'listCalendars',
      path: '/calendars',
      summary: 'Working calendars, as they count now',
      tag,
      answers: { 200: Page(CalendarView) },
    },
    async ({ office }, { organisation }) => {
      const all = await versionsOf(office, organisation);
      const ids = [...new Set(all.map(({ calendar }) => calendar))];
      return answer({
        rows: await Promise.all(
          ids.map((id) =>
            viewOf(
              office,
              organisation,
              all.filter(({ calendar }) => calendar === id),
            ),
          ),
        ),
        more: false,
      });
    },
  ),
  route(
    'get',
    {
      operation: 'readCalendar',
      path: '/calendars/{calendar}',
      summary: 'One calendar',
      tag,
      answers: { 200: CalendarView },
      refusals: ['calendar-not-found'],
    },
    async ({ office, parameters }, { organisation }) => {
      const found = await viewOf(office, organisation, await versionsOf(office, organisation, parameters.calendar));
      return found ? revised(found, found.version) : refuse({ code: 'calendar-not-found', calendar: parameters.calendar });
    },
  ),
  route(
    'put',
    {
      operation: 'changeCalendar',
      path: '/calendars/{calendar}',
      summary: 'A new version, or with If-Match "0" a new calendar; open deadlines are planned again, and the answer says how many',
      tag,
      body: NewCalendarVersion,
      limit: 'calendar',
      edits: true,
      answers: { 200: ChangedCalendar },
      refusals: ['calendar-invalid', 'calendar-not-found'],
    },
    async ({ office, parameters, body, revision }, { organisation, person }) => {
      const id = parameters.calendar;
      const before = (await versionsOf(office, organisation, id)).at(-1);
      if (!before && (revision !== 0 || !calendarId.test(id))) return refuse({ code: 'calendar-not-found', calendar: id });
      if ((before?.version ?? 0) !== revision) return refuse({ code: 'changed-meanwhile', revision: before?.version ?? 0 });
      const version = revision + 1;
      const calendar = checked(id, version, body);
      if (!calendar.ok) return calendar;
      const by = person ? { by: person._id } : {};
      const changed = await changeCalendar({ organisation, calendar: calendar.value, ...by }, office.ports);
      if (!changed) return refuse({ code: 'changed-meanwhile', revision: version });
      await noteInPeopleLog(office.desk, { organisation, ...by, what: 'calendar.changed', facts: { calendar: id, version } });
      return revised({ calendar: await viewOf(office, organisation, [changed.row]), replanned: changed.replanned }, version);
    },
  ),
];
