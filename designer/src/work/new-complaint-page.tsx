import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FolderPlus } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../base/empty-state.tsx';
import { Select } from '../base/select.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { readStartForm, searchCases } from '../case/case-requests.ts';
import { useText, useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import { proceduresQuery } from '../server/procedures-query.ts';
import type { StartedCase } from '../server/shapes/cases.ts';
import type { DefinitionRow } from '../server/shapes/definitions.ts';
import { useLive } from '../server/use-live.tsx';
import { late } from '../shell/late.tsx';
import { Page, useTitle } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { CaseStarted } from './case-started.tsx';
import { StartForm } from './start-form.tsx';

const RetiredNote = late(async () => (await import('./retired-note.tsx')).RetiredNote, null);

/** A complaint that reached us: written down by the procedure's own form, with its number at once. */
export function NewComplaintPage() {
  const say = useWords();
  const { definition: wished } = useSearch({ from: '/inside/cases/new' });
  const navigate = useNavigate();
  const [started, setStarted] = useState<StartedCase>();
  useTitle(say('new.title'));
  const query = useQuery(proceduresQuery);
  const renew = () => void query.refetch();
  useLive('organisation', { hint: ({ kind }) => kind === 'definition' && renew(), refill: renew });
  const lately = useQuery({
    queryKey: keys.cases({ lately: true }),
    queryFn: async () => answerOf(await searchCases({ sort: 'updated', limit: 10 })),
    staleTime: Number.POSITIVE_INFINITY, // The form stays while the reader writes, whatever others start meanwhile.
  });
  const startable = inOrder(query.data ?? []);
  const retired = query.data?.filter((row) => row.retired) ?? [];
  const used = lately.data?.rows.map((row) => row.definition) ?? [];
  const likely = [wished, ...used].flatMap((id) => startable.find((row) => row.id === id) ?? [])[0] ?? startable[0];
  // The form that somebody has before him stays, though its procedure is retired meanwhile; until another one is chosen.
  const [shown, setShown] = useState<{ readonly id: string; readonly wished: string | undefined }>();
  const isKept = shown !== undefined && shown.wished === wished && retired.some((row) => row.id === shown.id);
  const chosen = isKept ? retired.find((row) => row.id === shown.id) : likely;
  if (chosen && (shown?.id !== chosen.id || shown.wished !== wished)) setShown({ id: chosen.id, wished });
  if (started) return <CaseStarted started={started} onAnother={() => setStarted(undefined)} />;
  if (query.error && !query.data)
    return (
      <Page title={say('new.title')}>
        <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />
      </Page>
    );
  if (!query.data || lately.isPending) return <SkeletonRows />;
  if (!chosen) {
    return (
      <EmptyState icon={FolderPlus} level={1} title={say('new.nothing')}>
        {say('new.nothing-words')}
      </EmptyState>
    );
  }
  const told = isKept ? chosen : retired.find((row) => row.id === wished);
  const choose = (id: string) => void navigate({ to: '/cases/new', search: { definition: id }, replace: true });
  return (
    <OneForm
      key={chosen.id}
      definition={chosen.id}
      choice={
        <>
          {told && <RetiredNote row={told} stays={isKept} />}
          {(startable.length > 1 || isKept) && <Choice rows={startable} value={chosen.id} onChange={choose} />}
        </>
      }
      onStarted={setStarted}
    />
  );
}

/** Complaints first, and of these the one that needs the fewest people; what is not in force or not mine to start is left out. */
const inOrder = (rows: readonly DefinitionRow[]): readonly DefinitionRow[] =>
  rows
    .filter((row) => row.mayStart && !row.retired && row.current !== undefined)
    .sort((one, two) => Number(two.kind === 'complaint') - Number(one.kind === 'complaint') || one.roles.length - two.roles.length);

function Choice({
  rows,
  value,
  onChange,
}: {
  readonly rows: readonly DefinitionRow[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  const say = useWords();
  const text = useText();
  return (
    <Select
      label={say('new.procedure')}
      value={value}
      onChange={onChange}
      options={rows.map((row) => ({ id: row.id, name: text(row.title) }))}
    />
  );
}

function OneForm({
  definition,
  choice,
  onStarted,
}: {
  readonly definition: string;
  readonly choice: React.ReactNode;
  readonly onStarted: (started: StartedCase) => void;
}) {
  const say = useWords();
  const query = useQuery({
    queryKey: keys.startForm(definition),
    queryFn: async () => answerOf(await readStartForm(definition)),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (query.error && !query.data)
    return (
      <Page title={say('new.title')}>
        {choice}
        <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />
      </Page>
    );
  if (!query.data) return <SkeletonRows />;
  return <StartForm start={query.data} choice={choice} onStarted={onStarted} />;
}
