import type { ExplainedDay } from '@redress/engine';
import unseen from '../base/unseen.module.css';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import styles from './day-list.module.css';
import { useNow } from './now.tsx';
import { useDates } from './use-dates.ts';

const kinds: Readonly<Record<string, MessageId>> = {
  start: 'case.day.start',
  counted: 'case.day.counted',
  weekend: 'case.day.weekend',
  holiday: 'case.day.holiday',
  'half-day': 'case.day.half-day',
  paused: 'case.day.paused',
  due: 'case.day.due',
};
type Day = Pick<ExplainedDay, 'date' | 'title'> & { readonly kind: string };

/**
 * Every day from a start to a due date, free ones hatched, with the names of the holidays; `sum` says it in a sentence. `marks`: what else happens,
 * in words, by the day.
 */
export function DayList({
  days,
  sum,
  marks = {},
}: {
  readonly days: readonly Day[];
  readonly sum: string;
  readonly marks?: Readonly<Record<string, string>>;
}) {
  const say = useWords();
  const today = useDates().localDay(useNow());
  return (
    <div className={styles.strip}>
      <ol aria-label={say('case.day.label')}>
        {days.map((day) => (
          <OneDay key={day.date} day={day} isToday={day.date === today} mark={marks[day.date]} />
        ))}
      </ol>
      <p>{sum}</p>
    </div>
  );
}

function OneDay({ day, isToday, mark }: { readonly day: Day; readonly isToday: boolean; readonly mark: string | undefined }) {
  const say = useWords();
  const dates = useDates();
  const kind = kinds[day.kind];
  const why = [
    [kind ? say(kind) : day.kind, day.title].filter((word) => word !== undefined).join(': '),
    ...(mark === undefined ? [] : [mark]),
  ].join(say('list.separator'));
  const [weekday, number, month] = dates.short(day.date).split(' ');
  return (
    <li
      data-kind={day.kind}
      data-today={isToday || undefined}
      data-mark={mark === undefined ? undefined : true}
      title={`${dates.day(day.date)} – ${why}`}
      aria-current={isToday ? 'date' : undefined}
    >
      <span aria-hidden="true">{weekday}</span>
      <b aria-hidden="true">{number}</b>
      <small aria-hidden="true">{month}</small>
      <span className={unseen.unseen}>{`${dates.day(day.date)}: ${why}`}</span>
    </li>
  );
}
