import { Plus, X } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { TimeField } from '../base/time-field.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import type { Interval, Week } from '../server/shapes/calendars.ts';
import styles from './calendar.module.css';

export type Weekday = keyof Week;
const fromMonday = ['1', '2', '3', '4', '5', '6', '7'] as const;
const fromSaturday = ['6', '7', '1', '2', '3', '4', '5'] as const;

/** Working hours by weekday, the week beginning as the reader's does. A gap between two stretches is a break; a day without any is free. */
export function WeekEditor({ week, onChange }: { readonly week: Week; readonly onChange: (week: Week) => void }) {
  const say = useWords();
  const dates = useDates();
  const days = useLanguage() === 'fa' ? fromSaturday : fromMonday;
  return (
    <section className={styles.card}>
      <h2>{say('calendar.week')}</h2>
      {days.map((day) => (
        <fieldset key={day} className={styles.day} aria-label={dates.weekday(Number(day))}>
          <b>{dates.weekday(Number(day))}</b>
          <HoursEditor hours={week[day] ?? []} onChange={(hours) => onChange(withDay(week, day, hours))} />
        </fieldset>
      ))}
    </section>
  );
}

/** Stretches of work in one day, in order. */
export function HoursEditor({
  hours,
  onChange,
  keepOne = false,
}: {
  readonly hours: readonly Interval[];
  readonly onChange: (hours: readonly Interval[]) => void;
  readonly keepOne?: boolean;
}) {
  const say = useWords();
  const change = (at: number, part: Partial<Interval>) => onChange(hours.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const last = hours.at(-1);
  return (
    <span className={styles.hours}>
      {hours.length === 0 && <span className={styles.free}>{say('calendar.free')}</span>}
      {hours.map((interval, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no other name than its place in the day
        <span key={at} className={styles.interval}>
          <TimeField label={say('calendar.from')} labelHidden value={interval.from} onChange={(from) => change(at, { from })} />
          <i aria-hidden="true">–</i>
          <TimeField label={say('calendar.to')} labelHidden value={interval.to} onChange={(to) => change(at, { to })} />
          {(!keepOne || hours.length > 1) && (
            <Button
              kind="quiet"
              icon={X}
              label={say('calendar.remove-hours', { from: interval.from, to: interval.to })}
              onPress={() => onChange(hours.filter((_, index) => index !== at))}
            />
          )}
        </span>
      ))}
      {hours.length < 3 && (
        <Button
          kind="quiet"
          icon={Plus}
          label={say(last ? 'calendar.add-after-break' : 'calendar.add-hours')}
          onPress={() => onChange([...hours, after(last)])}
        />
      )}
    </span>
  );
}

/** The next stretch begins an hour after the last one ends; an empty day begins with a plain one. */
function after(last: Interval | undefined): Interval {
  if (!last) return { from: '09:00', to: '17:00' };
  const from = Math.min(22, Number(last.to.slice(0, 2)) + 1);
  return { from: `${String(from).padStart(2, '0')}:00`, to: `${String(Math.min(24, from + 3)).padStart(2, '0')}:00` };
}

function withDay(week: Week, day: Weekday, hours: readonly Interval[]): Week {
  const { [day]: _before, ...others } = week;
  return hours.length === 0 ? others : { ...others, [day]: hours };
}
