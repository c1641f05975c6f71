import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheckBig } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { EmptyState } from '../base/empty-state.tsx';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import { useDates } from '../calendar/use-dates.ts';
import { IncidentActs, IncidentWords } from '../case/incidents.tsx';
import { matterOf } from '../case/matter.ts';
import { timelineWords } from '../case/timeline-words.ts';
import { settling, useTold } from '../case/use-overtaken.ts';
import { useTimeline } from '../case/use-timeline.ts';
import type { MessageId } from '../language/messages.ts';
import { useText, useWords, Words } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import type { TimelineLine } from '../server/shapes/cases.ts';
import type { IncidentRow } from '../server/shapes/office.ts';
import { useLive } from '../server/use-live.tsx';
import { useRested } from '../server/use-rested.ts';
import { Page } from '../shell/page.tsx';
import styles from './failures.module.css';
import { ListNews } from './list-news.tsx';
import { readFailures } from './message-requests.ts';
import type { RowMark } from './steady-rows.ts';
import { useSteadyRows } from './use-steady-rows.ts';

/** Every change of a case may be a failure, or its repair: they are asked for once in a while only. */
const pauseMs = 3_000;

/** What its reader did with a row. */
type Left = 'retried' | 'skipped';
const leftWords: Readonly<Record<Left, MessageId>> = { retried: 'incident.retried', skipped: 'incident.skipped' };

/** What failed in any case and waits for a decision: what, since when, why, and the ways out. */
export function FailuresPage() {
  const say = useWords();
  const [acts, setActs] = useState<ReadonlyMap<string, Left>>(new Map());
  const query = useInfiniteQuery({
    queryKey: keys.failures,
    queryFn: async ({ pageParam }) => answerOf(await readFailures(pageParam === '' ? {} : { after: pageParam })),
    initialPageParam: '',
    getNextPageParam: (page) => (page.more ? page.next : undefined),
  });
  const latest = useMemo(() => query.data?.pages.flatMap((page) => page.rows.map(named)), [query.data]);
  const list = useSteadyRows(latest, 'failures', query.data?.pages.length ?? 0);
  const refill = () => void query.refetch();
  const soon = useRested(refill, pauseMs);
  useLive('organisation', { hint: ({ kind }) => kind === 'case' && soon(), refill });
  return (
    <Page title={say('failures.title')} lead={say('failures.lead')}>
      <ListNews query={query} waiting={list.waiting} words="failures.waiting" onShow={list.show} look="block" />
      {query.data && list.rows.length === 0 && list.waiting === 0 ? (
        <EmptyState icon={CircleCheckBig} title={say('failures.none')}>
          {say('failures.none-words')}
        </EmptyState>
      ) : null}
      {list.rows.length > 0 ? (
        <ul className={styles.list}>
          {list.rows.map(({ row, mark }) => (
            <Failure
              key={row.id}
              row={row}
              mark={mark}
              act={acts.get(row.id)}
              onDone={(act) => setActs((before) => new Map(before).set(row.id, act))}
            />
          ))}
        </ul>
      ) : null}
      {query.hasNextPage ? (
        <p className={styles.more}>
          <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {say('work.more')}
          </Button>
        </p>
      ) : null}
    </Page>
  );
}

type NamedRow = IncidentRow & { readonly incident: string };
/** An incident has a name within its case only. */
const named = (row: IncidentRow): NamedRow => ({ ...row, incident: row.id, id: `${row.caseId} ${row.id}` });

interface FailureProps {
  readonly row: NamedRow;
  readonly mark: RowMark | undefined;
  readonly act: Left | undefined;
  readonly onDone: (act: Left) => void;
}

/** A row keeps its place when it was repaired, and says how. */
function Failure({ row, mark, act, onDone }: FailureProps) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const place = useKeptFocus<HTMLLIElement>();
  const told = useTold();
  const [asking, setAsking] = useState(false);
  const isGone = act === undefined && mark === 'gone';
  const lines = useTimeline({ id: row.caseId }, isGone);
  const line = isGone ? (settling(lines, row.incident) ?? lines.findLast(({ event }) => event === 'case.cancel')) : undefined;
  return (
    <li ref={place} tabIndex={-1} className={styles.failure} data-left={isGone || act !== undefined}>
      <p className={styles.about}>
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
          <bdi dir="auto">{matterOf(row.title)}</bdi>
        </Link>
        {mark === 'new' ? <Chip tone="accent">{say('work.new')}</Chip> : null}
        <small>
          <bdi className={styles.number}>{row.number ?? say('case.no-number')}</bdi>
          <span>{text(row.definitionTitle)}</span>
          <time dateTime={row.at}>{say('failures.since', { moment: dates.moment(row.at) })}</time>
        </small>
      </p>
      <IncidentWords incident={row} />
      {(act === undefined && !isGone) || asking ? (
        <IncidentActs
          caseId={row.caseId}
          incident={{ ...row, id: row.incident }}
          lost={isGone ? told(line) : undefined}
          onAsking={setAsking}
          onDone={onDone}
        />
      ) : (
        <p className={styles.left}>{line ? <Settled line={line} /> : say(act === undefined ? 'failures.repaired' : leftWords[act])}</p>
      )}
    </li>
  );
}

/** Who settled it meanwhile, how, when and why. */
function Settled({ line }: { readonly line: TimelineLine }) {
  const text = useText();
  const dates = useDates();
  const { id, facts } = timelineWords(line, text, {});
  return (
    <>
      <span>
        <Words id={id} facts={facts} /> · <time dateTime={line.at}>{dates.moment(line.at)}</time>
      </span>
      {line.reason === undefined ? null : <q dir="auto">{line.reason}</q>}
    </>
  );
}
