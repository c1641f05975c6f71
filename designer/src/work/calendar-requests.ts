import type { Calendar, Calendars } from '@redress/engine';
import { answerOf } from '../server/problem.ts';
import { ask } from '../server/request.ts';
import type { CalendarView } from '../server/shapes/calendars.ts';

/** The organisation's working calendars by id, as the engine takes them. */
export async function readCalendars(): Promise<Calendars | undefined> {
  const { rows } = answerOf(await ask<{ readonly rows: readonly CalendarView[] }>({ method: 'GET', path: '/calendars' }));
  const byId: Record<string, Calendar> = Object.fromEntries(rows.map((row) => [row.id, row]));
  const { organisation } = byId;
  return organisation ? { ...byId, organisation } : undefined;
}
