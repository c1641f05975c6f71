import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CalendarCheck } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useFieldWords } from '../language/problem-words.ts';
import { useWords, Words } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { changeCalendar, readCalendar } from '../server/office.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import type { Problem } from '../server/shapes/basics.ts';
import type { CalendarView, ChangedCalendar, HolidayRow, Week } from '../server/shapes/calendars.ts';
import { useCommand } from '../server/use-command.ts';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import styles from './calendar.module.css';
import { HolidayList } from './holiday-list.tsx';
import pageStyles from './pages.module.css';
import { WeekEditor } from './week-editor.tsx';
import { YearView } from './year-view.tsx';

/** When people work: what every deadline in working days counts. A change is a new version, and says how many deadlines it moved. */
export function CalendarPage() {
  const say = useWords();
  const calendar = useQuery({ queryKey: keys.calendars, queryFn: async () => answerOf(await readCalendar('organisation')) });
  return (
    <Page title={say('calendar.title')} lead={say('calendar.lead')} width="wide">
      {calendar.isPending && <SkeletonRows rows={7} />}
      {calendar.isError && <ProblemNote problem={problemOf(calendar.error)} onRetry={() => void calendar.refetch()} />}
      {calendar.data && <CalendarForm key={calendar.data.version} calendar={calendar.data} />}
    </Page>
  );
}

function CalendarForm({ calendar }: { readonly calendar: CalendarView }) {
  const say = useWords();
  const dates = useDates();
  const queries = useQueryClient();
  const [week, setWeek] = useState<Week>(calendar.week);
  const [holidays, setHolidays] = useState<readonly HolidayRow[]>(calendar.holidays);
  const changed = week !== calendar.week || holidays !== calendar.holidays;
  const command = useCommand(changeCalendar, (saved) => {
    rememberChange(saved);
    queries.setQueryData(keys.calendars, saved.calendar);
  });
  const save = () =>
    void command.run(
      calendar.id,
      { timeZone: calendar.timeZone, week, holidays: [...holidays].sort((one, other) => one.date.localeCompare(other.date)) },
      calendar.version,
    );
  return (
    <>
      <Replanned version={calendar.version} />
      <div className={styles.columns}>
        <div className={styles.rows}>
          <WeekEditor week={week} onChange={setWeek} />
          <HolidayList holidays={holidays} onChange={setHolidays} />
        </div>
        <YearView week={week} holidays={holidays} />
      </div>
      <CalendarProblem problem={command.problem} holidays={holidays} />
      <div className={pageStyles.buttons}>
        <Button kind="primary" size="big" icon={CalendarCheck} isDisabled={!changed} isPending={command.isBusy} onPress={save}>
          {say('calendar.save')}
        </Button>
        <span className={pageStyles.meta}>{say('calendar.version', { version: calendar.version, day: dates.date(calendar.since) })}</span>
      </div>
    </>
  );
}

/** The form is drawn anew with each version: what the last change moved is told above it. */
let lastChange: ChangedCalendar | undefined;
const rememberChange = (change: ChangedCalendar) => {
  lastChange = change;
};

function Replanned({ version }: { readonly version: number }) {
  const [change] = useState(lastChange);
  if (change?.calendar.version !== version) return null;
  return (
    <Note tone="good" live>
      <Words id="calendar.replanned" facts={{ version, ...change.replanned }} />
    </Note>
  );
}

/** What is wrong, at which day: the server's pointers in words. */
function CalendarProblem({ problem, holidays }: { readonly problem: Problem | undefined; readonly holidays: readonly HolidayRow[] }) {
  const words = useFieldWords();
  const dates = useDates();
  const say = useWords();
  if (problem?.code !== 'calendar-invalid') return <ProblemNote problem={problem} />;
  const sorted = [...holidays].sort((one, other) => one.date.localeCompare(other.date));
  const placeOf = (at: string) => {
    const [, part, place = ''] = at.split('/');
    if (part === 'week' && place !== '') return dates.weekday(Number(place));
    const date = part === 'holidays' ? sorted[Number(place)]?.date : undefined;
    return date ? dates.day(date) : say('calendar.title');
  };
  return (
    <Note tone="bad" live>
      {problem.fields?.map(({ at, keyword, facts }) => (
        <p key={`${at} ${keyword}`}>
          <b>{placeOf(at)}</b> {words(keyword, facts)}
        </p>
      ))}
    </Note>
  );
}
