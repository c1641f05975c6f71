import { useMemo } from 'react';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import type { HolidayRow, Week } from '../server/shapes/calendars.ts';
import styles from './calendar.module.css';
import { isoWeekday, type ReaderCalendar, useReaderCalendar } from './reader-calendar.ts';

type Kind = 'works' | 'free' | 'holiday' | 'part';

/** The year at a glance. The same facts stand as rows beside it, so that nobody depends on the picture. */
export function YearView({ week, holidays }: { readonly week: Week; readonly holidays: readonly HolidayRow[] }) {
  const say = useWords();
  const reader = useReaderCalendar();
  const dates = useDates();
  const today = dates.localDay(useNow());
  const year = reader.yearOf(today);
  const months = useMemo(() => reader.months(year), [reader, year]);
  const kindOf = useMemo(() => kinds(week, holidays), [week, holidays]);
  const working = months.flatMap((month) => month.days).filter((day) => ['works', 'part'].includes(kindOf(day))).length;
  return (
    <section className={styles.year}>
      <h2>{say('calendar.year', { year: reader.yearName(year) })}</h2>
      <p>{say('calendar.working-days', { count: working })}</p>
      <div className={styles.months} aria-hidden="true">
        {months.map((month) => (
          <Month key={month.name} month={month} kindOf={kindOf} today={today} />
        ))}
      </div>
      <ul className={styles.legend}>
        {(['works', 'part', 'holiday', 'free'] as const).map((kind) => (
          <li key={kind}>
            <i className={styles[kind]} aria-hidden="true" />
            {say(`calendar.legend.${kind}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Month({
  month,
  kindOf,
  today,
}: {
  readonly month: ReturnType<ReaderCalendar['months']>[number];
  readonly kindOf: (day: string) => Kind;
  readonly today: string;
}) {
  const dates = useDates();
  return (
    <div>
      <b>{month.name}</b>
      <div className={styles.grid}>
        {Array.from({ length: month.before }, (_, place) => place).map((place) => (
          <span key={place} />
        ))}
        {month.days.map((day) => (
          <span key={day} className={`${styles[kindOf(day)]} ${day === today ? styles.today : ''}`} title={dates.day(day)} />
        ))}
      </div>
    </div>
  );
}

function kinds(week: Week, holidays: readonly HolidayRow[]): (day: string) => Kind {
  const byDate = new Map(holidays.map((holiday) => [holiday.date, holiday]));
  const hoursOf = new Map(Object.entries(week));
  return (day) => {
    const holiday = byDate.get(day);
    if (holiday) return holiday.hours && holiday.hours.length > 0 ? 'part' : 'holiday';
    return (hoursOf.get(String(isoWeekday(day))) ?? []).length > 0 ? 'works' : 'free';
  };
}
