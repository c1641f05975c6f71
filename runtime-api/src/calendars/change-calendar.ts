import type { Calendar } from '@redress/engine';
import { calendarsFreshMs } from '../definitions/published.ts';
import type { Ports } from '../ports.ts';
import { insertNew } from '../store/insert-new.ts';
import type { CalendarDocument } from '../store/models/definition.ts';
import { sweep } from '../store/tenant.ts';
import { type Replanned, replan } from './replan.ts';

/** When other servers surely count by the new version: then cases that moved meanwhile are told once more. */
const againAfterMs = 2 * calendarsFreshMs;
/** A server that re-plans and is silent so long has died: another goes on. */
const leaseMs = 60_000;
const instant = (atMs: number): string => new Date(atMs).toISOString();

/**
 * Writes a new version of a calendar, never an old one in place, and tells every open case. Undefined: somebody wrote this version first. The row
 * itself says that there is something left to tell, so a crash in the middle loses nothing.
 */
export async function changeCalendar(
  wish: { readonly organisation: string; readonly calendar: Calendar; readonly by?: string },
  ports: Ports,
): Promise<{ readonly row: CalendarDocument; readonly replanned: Replanned } | undefined> {
  const { organisation, calendar } = wish;
  const now = ports.clock.now();
  const row: CalendarDocument = {
    _id: `${organisation}:${calendar.id}:${calendar.version}`,
    organisation,
    calendar: calendar.id,
    version: calendar.version,
    text: JSON.stringify(calendar),
    at: instant(now),
    nextAt: instant(now + againAfterMs),
    ...(wish.by === undefined ? {} : { by: wish.by }),
  };
  if (!(await insertNew(() => ports.store.calendars.insertMany([row])))) return undefined;
  ports.definitions.calendarsChanged(organisation);
  const replanned = await replan({ organisation, calendar: calendar.id, version: calendar.version }, ports);
  return { row, replanned };
}

/** The net below: versions that are not told to the end, by this server or one that died. Repeating it changes nothing. */
export async function finishChanges(ports: Ports): Promise<void> {
  const due = ports.store.calendars.find({ nextAt: { $lte: instant(ports.clock.now()) } });
  for (const row of await sweep(due, 'calendars').sort({ nextAt: 1 }).limit(10).lean<CalendarDocument[]>()) {
    const { organisation, _id, calendar, version, at } = row;
    if (row.nextAt === undefined) continue;
    const mine = { organisation, _id, nextAt: row.nextAt };
    const until = instant(ports.clock.now() + leaseMs);
    const claimed = await ports.store.calendars.updateOne(mine, { $set: { nextAt: until } });
    if (claimed.matchedCount === 0) continue;
    ports.definitions.calendarsChanged(organisation);
    await replan({ organisation, calendar, version }, ports);
    await replan({ organisation, calendar, version, changedSince: at }, ports);
    await ports.store.calendars.updateOne({ organisation, _id, nextAt: until }, { $unset: { nextAt: '' } });
  }
}
