import { useQueryClient } from '@tanstack/react-query';
import { CalendarCheck, TriangleAlert, UserRound } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useFieldWords } from '../language/problem-words.ts';
import { useWords, Words } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { changeCalendar } from '../server/office.ts';
import type { Problem } from '../server/shapes/basics.ts';
import type { CalendarView, ChangedCalendar, HolidayRow, Week } from '../server/shapes/calendars.ts';
import { useCommand } from '../server/use-command.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import styles from './calendar.module.css';
import { elseRenewed } from './else-renewed.ts';
import { HolidayList } from './holiday-list.tsx';
import pageStyles from './pages.module.css';
import { WeekEditor } from './week-editor.tsx';
import { YearView } from './year-view.tsx';

export interface CalendarEdit {
  readonly week: Week;
  readonly holidays: readonly HolidayRow[];
}
interface CalendarFormProps {
  readonly calendar: CalendarView;
  readonly edit: CalendarEdit;
  readonly onEdit: (edit: CalendarEdit) => void;
  /** What a colleague saved while something was typed here. */
  readonly meanwhile: CalendarView | undefined;
  /** The change that made this version, if it was made here. */
  readonly change: ChangedCalendar | undefined;
  readonly onChanged: (change: ChangedCalendar, sent: CalendarEdit) => void;
}

const byDate = (one: HolidayRow, other: HolidayRow) => one.date.localeCompare(other.date);

/** Week and holidays of one calendar; saving makes a new version. */
export function CalendarForm({ calendar, edit, onEdit, meanwhile, change, onChanged }: CalendarFormProps) {
  const say = useWords();
  const dates = useDates();
  const queries = useQueryClient();
  const { week, holidays } = edit;
  const changed = week !== calendar.week || holidays !== calendar.holidays;
  const renew = () => queries.invalidateQueries({ queryKey: keys.calendars });
  const send = async (sent: CalendarEdit) => {
    const wish = { timeZone: calendar.timeZone, week: sent.week, holidays: [...sent.holidays].sort(byDate) };
    const answer = await changeCalendar(calendar.id, wish, calendar.version);
    return answer.ok ? { ok: true as const, value: { saved: answer.value, sent } } : answer;
  };
  const command = useCommand(elseRenewed(send, renew), ({ saved, sent }) => {
    onChanged(saved, sent);
    queries.setQueryData<readonly CalendarView[]>(keys.calendars, (before) =>
      before?.map((one) => (one.id === saved.calendar.id ? saved.calendar : one)),
    );
    return renew();
  });
  const [isTried, setTried] = useState(false);
  const save = () => {
    const isWhole = holidays.every(({ date }) => date !== '');
    setTried(!isWhole);
    if (isWhole) void command.run(edit);
  };
  return (
    <>
      {calendar.damaged && (
        <Note tone="bad" icon={TriangleAlert}>
          {say('work.calendar-damaged')}
        </Note>
      )}
      {change && (
        <Note tone="good" live>
          <Words id="calendar.replanned" facts={{ version: calendar.version, ...change.replanned }} />
        </Note>
      )}
      <div className={styles.columns}>
        <div className={styles.rows}>
          <WeekEditor week={week} onChange={(next) => onEdit({ week: next, holidays })} />
          <HolidayList holidays={holidays} isTried={isTried} onChange={(next) => onEdit({ week, holidays: next })} />
        </div>
        <YearView week={week} holidays={holidays} />
      </div>
      {meanwhile && <Meanwhile saved={meanwhile} />}
      <CalendarProblem
        problem={meanwhile && command.problem?.code === 'changed-meanwhile' ? undefined : command.problem}
        holidays={holidays}
      />
      <div className={pageStyles.buttons}>
        <Button
          kind="primary"
          size="big"
          icon={CalendarCheck}
          isDisabled={!changed && !calendar.damaged}
          isPending={command.isBusy}
          onPress={save}
        >
          {say('calendar.save')}
        </Button>
        <span className={pageStyles.meta}>
          {say('calendar.version', { version: calendar.version, day: dates.date(calendar.since) })}
          {' · '}
          <bdi>{calendar.timeZone}</bdi>
        </span>
      </div>
    </>
  );
}

/** A colleague saved while something was typed here: who and when, and that nothing is lost. */
function Meanwhile({ saved: { by, version, since } }: { readonly saved: CalendarView }) {
  const say = useWords();
  const dates = useDates();
  const who = by?.name ?? say('calendar.somebody');
  return (
    <Note icon={UserRound} live>
      <Words id="calendar.meanwhile" facts={{ who, version, when: dates.moment(since) }} />
    </Note>
  );
}

/** What is wrong, at which day: the server's pointers in words. */
function CalendarProblem({ problem, holidays }: { readonly problem: Problem | undefined; readonly holidays: readonly HolidayRow[] }) {
  const words = useFieldWords();
  const dates = useDates();
  const say = useWords();
  if (problem?.code !== 'calendar-invalid') return <ProblemNote problem={problem} />;
  const sorted = [...holidays].sort(byDate);
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
