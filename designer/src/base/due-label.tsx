import { AlarmClock, Clock } from 'lucide-react';
import type { Dates } from '../calendar/dates.ts';
import { type Due, dueOf } from '../calendar/due.ts';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { type Say, useWords } from '../language/words.tsx';
import styles from './due-label.module.css';
import { Icon } from './icon.tsx';
import unseen from './unseen.module.css';

/**
 * When something is due. `short`: `3 h`, `Tue 24 Nov`, `1 day late`; `full`: `Due today 12:40, in 3 hours`.
 * The countdown stands only where today matters; the absolute date is always there, at least on hover and for screen readers.
 */
export function DueLabel({ at, form = 'short' }: { readonly at: string; readonly form?: 'short' | 'full' }) {
  const now = useNow();
  const dates = useDates();
  const say = useWords();
  const due = dueOf({ at, now, localDay: dates.localDay });
  const tone = due.group === 'overdue' ? styles.late : due.near ? styles.near : styles.far;
  const whole = fullWords(due, at, dates, say);
  return (
    <time dateTime={at} className={`${styles.due} ${tone} ${form === 'full' ? styles.whole : ''}`} title={dates.moment(at)}>
      <Icon of={due.group === 'overdue' ? AlarmClock : Clock} size={14} />
      {form === 'full' ? (
        whole
      ) : (
        <>
          <span aria-hidden="true">{shortWords(due, at, now, dates, say)}</span>
          <span className={unseen.unseen}>{whole}</span>
        </>
      )}
    </time>
  );
}

function shortWords(due: Due, at: string, now: number, dates: Dates, say: Say): string {
  if (due.group === 'overdue') return due.days > 0 ? say('due.days-late', { days: due.days }) : say('due.hours-late', { hours: due.hours });
  if (due.group === 'today')
    return due.hours < 1 ? say('due.minutes-short', { minutes: due.minutes }) : say('due.hours-short', { hours: due.hours });
  return dates.short(at, now);
}

function fullWords(due: Due, at: string, dates: Dates, say: Say): string {
  const facts = { day: dates.day(at), time: dates.time(at), days: due.days, hours: due.hours, minutes: due.minutes };
  if (due.group === 'overdue') return due.days > 0 ? say('due.overdue-days', facts) : say('due.overdue-hours', facts);
  if (due.group === 'today') return due.hours < 1 ? say('due.today-minutes', facts) : say('due.today-hours', facts);
  return say('due.on', facts);
}
