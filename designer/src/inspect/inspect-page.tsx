import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ChevronRight, ScanSearch } from 'lucide-react';
import { EmptyState } from '../base/empty-state.tsx';
import { Icon } from '../base/icon.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { readCase } from '../case/case-requests.ts';
import { useDefinition } from '../case/use-definition.ts';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import type { CaseView } from '../server/shapes/cases.ts';
import { NotFound } from '../shell/not-found.tsx';
import { PageHeading, useTitle } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { inspects, useSession } from '../shell/session.tsx';
import styles from './inspect.module.css';
import { InspectedEvents } from './inspected-events.tsx';
import { useInspection } from './use-inspection.ts';

/** The page by its address: the case, and which event is open. */
export function InspectPage() {
  const { caseId } = useParams({ from: '/inside/inspect/$caseId' });
  const { event } = useSearch({ from: '/inside/inspect/$caseId' });
  const navigate = useNavigate();
  const open = (id: string | undefined) =>
    void navigate({ to: '/inspect/$caseId', params: { caseId }, search: id === undefined ? {} : { event: id }, replace: true });
  return inspects(useSession()) ? <Inspected key={caseId} caseId={caseId} chosen={event} onOpen={open} /> : <SwitchedOff />;
}

export interface InspectedProps {
  readonly caseId: string;
  /** The event that is open. */
  readonly chosen: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
}

/** What the machine of one case took, event by event, as it comes. */
export function Inspected({ caseId, chosen, onOpen }: InspectedProps) {
  const say = useWords();
  const found = useQuery({ queryKey: keys.case(caseId), queryFn: async () => answerOf(await readCase(caseId)) });
  const events = useInspection(caseId, found.data !== undefined);
  const definition = useDefinition(found.data?.definition, found.data?.definitionVersion);
  useTitle(say('inspect.title'));
  const refused = [found, events].find(({ error, data }) => error && data === undefined);
  if (refused) {
    const problem = problemOf(refused.error);
    if (problem.code === 'case-not-found') return <NotFound />;
    if (problem.status === 404) return <SwitchedOff />; // Started anew without the switch while the page stood open.
    return <ProblemNote problem={problem} onRetry={() => void refused.refetch()} />;
  }
  return (
    <InspectedEvents
      head={<Head found={found.data} caseId={caseId} />}
      events={events.data}
      found={found.data}
      definition={definition}
      chosen={chosen}
      onOpen={onOpen}
    />
  );
}

function Head({ found, caseId }: { readonly found: CaseView | undefined; readonly caseId: string }) {
  const say = useWords();
  return (
    <>
      <nav aria-label={say('case.where')} className={styles.crumbs}>
        <Link to="/cases">{say('cases.title')}</Link>
        <Icon of={ChevronRight} size={14} turn />
        <Link to="/cases/$caseId" params={{ caseId }}>
          <bdi>{found?.number ?? say('case.title')}</bdi>
        </Link>
      </nav>
      <PageHeading>{say('inspect.title')}</PageHeading>
      <p className={styles.lead}>{say('inspect.lead')}</p>
      {found ? null : <SkeletonRows rows={8} />}
    </>
  );
}

/** The server was started without it: nothing is there, and how to have it. */
export function SwitchedOff() {
  const say = useWords();
  useTitle(say('inspect.title'));
  return (
    <EmptyState icon={ScanSearch} title={say('inspect.off')} level={1}>
      <p>{say('inspect.off-words')}</p>
      <p>
        <code lang="en" dir="ltr" translate="no">
          npm start -- --inspect
        </code>
      </p>
    </EmptyState>
  );
}
