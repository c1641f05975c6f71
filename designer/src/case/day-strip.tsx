import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '../base/skeleton.tsx';
import unseen from '../base/unseen.module.css';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import type { MessageId } from '../language/messages.ts';
import { useTimeZone, useWords } from '../language/words.tsx';
import { answerOf, problemOf } from '../server/problem.ts';
import type { DueDay } from '../server/shapes/calendars.ts';
import type { ClockView } from '../server/shapes/cases.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { explainClock } from './case-requests.ts';
import styles from './clocks.module.css';
import { lastMoment } from './last-moment.ts';

const kinds: Readonly<Record<string, MessageId>> = {
  start: 'case.day.start',
  counted: 'case.day.counted',
  weekend: 'case.day.weekend',
  holiday: 'case.day.holiday',
  'half-day': 'case.day.half-day',
  paused: 'case.day.paused',
  due: 'case.day.due',
};

/** Why a clock is due when it is: every day from the start to the due date, free ones hatched, with the names of the holidays. */
export function DayStrip({ caseId, clock }: { readonly caseId: string; readonly clock: ClockView }) {
  const say = useWords();
  const dates = useDates();
  const now = useNow();
  const timeZone = useTimeZone();
  const query = useQuery({
    queryKey: ['case', caseId, 'clock', clock.id, clock.dueAt],
    queryFn: async () => answerOf(await explainClock(caseId, clock.id)),
  });
  if (query.error) return <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={64} />;
  const today = dates.localDay(now);
  return (
    <div className={styles.strip}>
      <ol aria-label={say('case.day.label')}>
        {query.data.days.map((day) => (
          <Day key={day.date} day={day} isToday={day.date === today} />
        ))}
      </ol>
      <p>{say('case.day.sum', { from: dates.moment(query.data.from), due: dates.moment(lastMoment(query.data.dueAt, timeZone)) })}</p>
    </div>
  );
}

function Day({ day, isToday }: { readonly day: DueDay; readonly isToday: boolean }) {
  const say = useWords();
  const dates = useDates();
  const kind = kinds[day.kind];
  const why = [kind ? say(kind) : day.kind, day.title].filter((word) => word !== undefined).join(': ');
  const [weekday, number, month] = dates.short(day.date).split(' ');
  return (
    <li
      data-kind={day.kind}
      data-today={isToday || undefined}
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
