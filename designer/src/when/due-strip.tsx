import { type Calendar, dueAt, explainDue, type Term } from '@redress/engine';
import { useQuery } from '@tanstack/react-query';
import { Select } from '../base/select.tsx';
import { DayList } from '../calendar/day-list.tsx';
import { lastMoment } from '../calendar/last-moment.ts';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useTimeZone, useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { listCalendars } from '../server/office.ts';
import { answerOf } from '../server/problem.ts';

/** More days than this are a sentence, not a strip. */
const daysMost = 45;
const ours = 'organisation';

/**
 * When it would be due if it started now: each day on the way, by the calendar it counts by. Where the organisation has several calendars one is chosen here.
 * Nothing for a length that only the case knows.
 */
export function DueStrip({
  length,
  onCalendar,
}: {
  readonly length: Readonly<Record<string, unknown>>;
  readonly onCalendar: (calendar: string) => void;
}) {
  const say = useWords();
  const dates = useDates();
  const timeZone = useTimeZone();
  const now = new Date(useNow()).toISOString();
  const query = useQuery({ queryKey: keys.calendars, queryFn: async () => answerOf(await listCalendars()).rows });
  const calendars = query.data ?? [];
  const chosen = typeof length.calendar === 'string' ? length.calendar : ours;
  const found = calendars.find(({ id }) => id === chosen);
  const term = found && termOf(length, chosen);
  const calendar: Calendar | undefined = found;
  const due = term && calendar ? dueAt(term, now, calendar) : undefined;
  const days = term && calendar ? explainDue(term, now, calendar) : undefined;
  return (
    <>
      {calendars.length > 1 && (
        <Select
          label={say('delay.calendar')}
          options={calendars.map(({ id }) => ({ id, name: id === ours ? say('delay.calendar-ours') : id }))}
          value={chosen}
          onChange={(id) => id !== chosen && onCalendar(id)}
        />
      )}
      {due?.ok && days?.ok && (
        <DayList
          days={days.value.length > daysMost ? [] : days.value}
          sum={say('delay.if-today', { due: dates.moment(lastMoment(due.value, timeZone)) })}
        />
      )}
    </>
  );
}

/** A length of plain numbers; what is computed from the case is not known here. */
function termOf(length: Readonly<Record<string, unknown>>, calendar: string): Term | undefined {
  const units = ['minutes', 'hours', 'workingHours', 'days', 'workingDays', 'weeks', 'months', 'years'] as const;
  const unit = units.find((each) => typeof length[each] === 'number');
  const { ends, counts } = length;
  if (unit === undefined || length.from !== undefined || length.until !== undefined) return undefined;
  return {
    [unit]: length[unit],
    calendar,
    ...(ends === undefined ? {} : { ends }),
    ...(counts === undefined ? {} : { counts }),
  } as Term;
}
