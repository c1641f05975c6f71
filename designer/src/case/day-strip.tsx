import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '../base/skeleton.tsx';
import { DayList } from '../calendar/day-list.tsx';
import { lastMoment } from '../calendar/last-moment.ts';
import { useDates } from '../calendar/use-dates.ts';
import { useTimeZone, useWords } from '../language/words.tsx';
import { answerOf, problemOf } from '../server/problem.ts';
import type { ClockView } from '../server/shapes/cases.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { explainClock } from './case-requests.ts';

/** Why a clock is due when it is, day by day. */
export function DayStrip({ caseId, clock }: { readonly caseId: string; readonly clock: ClockView }) {
  const say = useWords();
  const dates = useDates();
  const timeZone = useTimeZone();
  const query = useQuery({
    queryKey: ['case', caseId, 'clock', clock.id, clock.dueAt],
    queryFn: async () => answerOf(await explainClock(caseId, clock.id)),
  });
  if (query.error) return <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={64} />;
  const { days, from, dueAt } = query.data;
  return <DayList days={days} sum={say('case.day.sum', { from: dates.moment(from), due: dates.moment(lastMoment(dueAt, timeZone)) })} />;
}
