import { type Calendar, dueAt, type Term } from '@redress/engine';
import { useQuery } from '@tanstack/react-query';
import { type Fields, fieldsOf, wordOf } from '../model/loose-json.ts';
import { keys } from '../server/keys.ts';
import { listCalendars } from '../server/office.ts';
import { answerOf } from '../server/problem.ts';
import { boundIn, lengthIn } from './length.ts';

/** The calendar that every organisation has. */
export const ours = 'organisation';

/** The working calendars of the organisation; none until they are there. */
export function useCalendars(): readonly Calendar[] {
  const query = useQuery({ queryKey: keys.calendars, queryFn: async () => answerOf(await listCalendars()).rows });
  return query.data ?? [];
}

/** The calendar a length counts by: its own, else that of the procedure. */
export const calendarIn = (definition: object, written: Fields): string =>
  wordOf(written.calendar) ?? wordOf(fieldsOf(definition).calendar) ?? ours;

/** When something is due that starts now; what is computed from the case is due at its bound at the latest. */
export interface Due {
  readonly term: Term;
  readonly calendar: Calendar;
  /** UTC ISO. */
  readonly at: string;
  readonly atLatest: boolean;
}

export function dueOf(
  written: Fields,
  place: { readonly definition: object; readonly now: string; readonly calendars: readonly Calendar[] },
): Due | undefined {
  const id = calendarIn(place.definition, written);
  const calendar = place.calendars.find((one) => one.id === id);
  const length = lengthIn(written);
  const plain = length.is === 'plain' ? length : boundIn(written);
  if (!calendar || !plain || length.is === 'odd') return undefined;
  const { ends, counts } = written;
  const term = {
    [plain.unit]: plain.amount,
    calendar: id,
    ...(ends === undefined ? {} : { ends }),
    ...(counts === undefined ? {} : { counts }),
  } as Term;
  const due = dueAt(term, place.now, calendar);
  return due.ok ? { term, calendar, at: due.value, atLatest: length.is !== 'plain' } : undefined;
}
