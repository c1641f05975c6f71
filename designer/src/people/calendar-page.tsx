import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Select } from '../base/select.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { listCalendars } from '../server/office.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import type { CalendarView, ChangedCalendar } from '../server/shapes/calendars.ts';
import { LeavingQuestion } from '../shell/leaving-question.tsx';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { AddCalendarDialog } from './add-calendar-dialog.tsx';
import styles from './calendar.module.css';
import { type CalendarEdit, CalendarForm } from './calendar-form.tsx';

/** Of the organisation itself: deadlines count by it where a procedure names no other. */
const ownId = 'organisation';

/** The page by its address: which calendar is shown stands in it. */
export function CalendarPage() {
  const { calendar } = useSearch({ strict: false });
  const navigate = useNavigate();
  const choose = (id: string) => void navigate({ to: '/calendar', search: id === ownId ? {} : { calendar: id }, replace: true });
  return <Calendars chosen={calendar ?? ownId} onChoose={choose} />;
}

/** When people work: what every deadline in working days counts. A change is a new version, and says how many deadlines it moved. */
export function Calendars({ chosen, onChoose }: { readonly chosen: string; readonly onChoose: (id: string) => void }) {
  const say = useWords();
  const [adding, setAdding] = useState(false);
  const query = useQuery({ queryKey: keys.calendars, queryFn: async () => answerOf(await listCalendars()).rows });
  const own = query.data?.find(({ id }) => id === ownId);
  const shown = query.data?.find(({ id }) => id === chosen) ?? own;
  return (
    <Page
      title={say('calendar.title')}
      lead={say('calendar.lead')}
      width="wide"
      actions={
        <Button icon={CalendarPlus} isDisabled={!own} onPress={() => setAdding(true)}>
          {say('calendar.add')}
        </Button>
      }
    >
      {query.isPending && <SkeletonRows rows={7} />}
      {query.isError && <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />}
      {query.data && query.data.length > 1 && <Choice calendars={query.data} shown={shown} onChoose={onChoose} />}
      {shown && <Opened calendars={query.data ?? []} shown={shown} />}
      {adding && own && (
        <AddCalendarDialog
          like={own}
          taken={query.data?.map(({ id }) => id) ?? []}
          onClose={() => setAdding(false)}
          onAdded={({ id }) => onChoose(id)}
        />
      )}
    </Page>
  );
}

function Choice({
  calendars,
  shown,
  onChoose,
}: {
  readonly calendars: readonly CalendarView[];
  readonly shown: CalendarView | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const say = useWords();
  return (
    <div className={styles.choice}>
      <Select
        label={say('calendar.which')}
        value={shown?.id}
        onChange={onChoose}
        options={calendars.map(({ id }) => ({ id, name: id === ownId ? say('calendar.own') : id }))}
      />
    </div>
  );
}

const versionOf = ({ id, version }: CalendarView) => `${id} ${version}`;

/** What somebody typed into one calendar is kept while he looks at another; what the last change moved is told above the form. */
function Opened({ calendars, shown }: { readonly calendars: readonly CalendarView[]; readonly shown: CalendarView }) {
  const [edits, setEdits] = useState<ReadonlyMap<string, CalendarEdit>>(new Map());
  const [changes, setChanges] = useState<ReadonlyMap<string, ChangedCalendar>>(new Map());
  const version = versionOf(shown);
  const isWritten = calendars.some((calendar) => {
    const edit = edits.get(versionOf(calendar));
    return edit !== undefined && (edit.week !== calendar.week || edit.holidays !== calendar.holidays);
  });
  return (
    <>
      <LeavingQuestion isWritten={isWritten} />
      <CalendarForm
        key={version}
        calendar={shown}
        edit={edits.get(version) ?? shown}
        onEdit={(edit) => setEdits((before) => new Map(before).set(version, edit))}
        change={changes.get(version)}
        onChanged={(change) => setChanges((before) => new Map(before).set(versionOf(change.calendar), change))}
      />
    </>
  );
}
