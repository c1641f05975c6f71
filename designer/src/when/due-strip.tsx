import { explainDue } from '@redress/engine';
import { DayList } from '../calendar/day-list.tsx';
import { lastMoment } from '../calendar/last-moment.ts';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useTimeZone, useWords } from '../language/words.tsx';
import type { Fields } from '../model/loose-json.ts';
import { dueOf, useCalendars } from './calendars.ts';

/** More days than this are a sentence, not a strip. */
const daysMost = 45;

/** What else falls on the days of a strip, by its length. */
export interface Mark {
  readonly written: Fields;
  readonly words: string;
}

/**
 * When it would be due if it started now: each day on the way, by the calendar it counts by, with what else happens on these days. Nothing for a length
 * that only the case knows.
 */
export function DueStrip({
  definition,
  length,
  marks = [],
}: {
  readonly definition: object;
  readonly length: Fields;
  readonly marks?: readonly Mark[];
}) {
  const say = useWords();
  const dates = useDates();
  const timeZone = useTimeZone();
  const now = new Date(useNow()).toISOString();
  const place = { definition, now, calendars: useCalendars() };
  const due = dueOf(length, place);
  const days = due && explainDue(due.term, now, due.calendar);
  if (!due || !days?.ok) return null;
  const marked: Record<string, string> = {};
  for (const { written, words } of marks) {
    const at = dueOf(written, place)?.at;
    const day = at === undefined ? undefined : dates.localDay(lastMoment(at, timeZone));
    if (day !== undefined) marked[day] = marked[day] === undefined ? words : `${marked[day]}${say('list.separator')}${words}`;
  }
  return (
    <DayList
      days={days.value.length > daysMost ? [] : days.value}
      marks={marked}
      sum={say(due.atLatest ? 'when.at-latest' : 'delay.if-today', { due: dates.moment(lastMoment(due.at, timeZone)) })}
    />
  );
}
