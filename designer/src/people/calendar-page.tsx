import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CalendarPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
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
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { AddCalendarDialog } from './add-calendar-dialog.tsx';
import styles from './calendar.module.css';
import { type CalendarEdit, CalendarForm } from './calendar-form.tsx';
import { upon } from './upon.ts';

/** Of the organisation itself: deadlines count by it where a procedure names no other. */
const ownId = 'organisation';

/** The page by its address: which calendar is shown stands in it. */
export function CalendarPage() {
  const { calendar } = useSearch({ strict: false });
  const navigate = useNavigate();
  const choose = (id: string) => void navigate({ to: '/calendar', search: id === ownId ? {} : { calendar: id }, replace: true });
  return (
    <PartCatalogue of="calendar">
      <Calendars chosen={calendar ?? ownId} onChoose={choose} />
    </PartCatalogue>
  );
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

interface Typed {
  /** The version it was typed on. */
  readonly before: CalendarView;
  readonly edit: CalendarEdit;
  /** The newest version of a colleague that it was put upon. */
  readonly meanwhile?: CalendarView;
}

/** What was typed stands upon the newest version, whoever saved that. */
function uponNewest(typed: Typed, newest: CalendarView): Typed {
  if (typed.before.version === newest.version) return typed;
  const { week, holidays } = newest;
  return {
    before: newest,
    edit: upon<CalendarEdit>({ before: typed.before, mine: typed.edit, theirs: { week, holidays } }),
    meanwhile: newest,
  };
}

/** What somebody typed into one calendar is kept while he looks at another, and while a colleague saves; what the last change moved is told above the form. */
function Opened({ calendars, shown }: { readonly calendars: readonly CalendarView[]; readonly shown: CalendarView }) {
  const [edits, setEdits] = useState<ReadonlyMap<string, Typed>>(new Map());
  const [changes, setChanges] = useState<ReadonlyMap<string, ChangedCalendar>>(new Map());
  const known = edits.get(shown.id);
  const typed = useMemo(() => known && uponNewest(known, shown), [known, shown]);
  const change = changes.get(shown.id);
  const isWritten = calendars.some(({ id }) => {
    const written = edits.get(id);
    return written !== undefined && (written.edit.week !== written.before.week || written.edit.holidays !== written.before.holidays);
  });
  const changed = (now: ChangedCalendar, sent: CalendarEdit) => {
    setChanges((before) => new Map(before).set(shown.id, now));
    setEdits((before) => {
      const later = before.get(shown.id);
      const rest = new Map([...before].filter(([id]) => id !== shown.id));
      // What was typed while it was saved is still to be saved.
      return later && later.edit !== sent ? rest.set(shown.id, { before: { ...now.calendar, ...sent }, edit: later.edit }) : rest;
    });
  };
  return (
    <>
      <LeavingQuestion isWritten={isWritten} />
      <CalendarForm
        key={`${shown.id} ${change?.calendar.version ?? ''}`}
        calendar={typed?.before ?? shown}
        edit={typed?.edit ?? shown}
        onEdit={(edit) => setEdits((before) => new Map(before).set(shown.id, { ...(typed ?? { before: shown }), edit }))}
        meanwhile={typed?.meanwhile}
        change={change?.calendar.version === shown.version ? change : undefined}
        onChanged={changed}
      />
    </>
  );
}
