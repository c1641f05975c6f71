import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleCheckBig, SearchX, UserRoundX } from 'lucide-react';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { Button } from '../base/button.tsx';
import { EmptyState } from '../base/empty-state.tsx';
import { Tabs } from '../base/tabs.tsx';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import { useLive } from '../server/use-live.tsx';
import { useOwnPage } from '../shell/narrow-window.ts';
import { PageHeading, useTitle } from '../shell/page.tsx';
import { holdsRole, useSession } from '../shell/session.tsx';
import { ListNews } from './list-news.tsx';
import { TaskFilters } from './task-filters.tsx';
import { TaskList } from './task-list.tsx';
import { TaskPanel } from './task-panel.tsx';
import { searchTasks } from './task-requests.ts';
import { readTasksAddress, type TasksAddress, type TaskTab, taskQuestion, taskTabs, writeTasksAddress } from './task-search.ts';
import type { TaskMove } from './task-work.tsx';
import styles from './tasks.module.css';
import { useSteadyRows } from './use-steady-rows.ts';

const tabWords: Readonly<Record<TaskTab, MessageId>> = { mine: 'work.tab.mine', queue: 'work.tab.queue', done: 'work.tab.done' };

/** My tasks: what I hold, what waits for my roles, what I did; the form beside the list. */
export function TasksPage() {
  const say = useWords();
  const dates = useDates();
  const now = useNow();
  const address = readTasksAddress(useSearch({ strict: false }));
  const navigate = useNavigate();
  const turn = useOwnPage(67.5);
  const order = useRef<readonly string[]>([]);
  const [moves, setMoves] = useState<ReadonlyMap<string, TaskMove>>(new Map());
  useTitle(say('work.title'));
  const go = useCallback(
    (change: Partial<TasksAddress> | ((before: TasksAddress) => TasksAddress)) => {
      const next = typeof change === 'function' ? change(address) : { ...address, ...change };
      turn({ open: address.task, next: next.task }, (how) => void navigate({ to: '/tasks', search: writeTasksAddress(next), ...how }));
    },
    [address, navigate, turn],
  );
  return (
    <div className={`${styles.page} ${address.task === undefined ? styles.alone : styles.open}`}>
      <div className={styles.list}>
        <header className={styles.head}>
          <PageHeading>{say('work.title')}</PageHeading>
          <time dateTime={dates.localDay(now)}>{dates.day(new Date(now).toISOString())}</time>
        </header>
        <Tabs
          inset
          label={say('work.tabs')}
          chosen={address.view}
          onChoose={(tab) => go(({ task: _closed, ...rest }) => ({ ...rest, view: taskTabs.find((each) => each === tab) ?? 'mine' }))}
          tabs={taskTabs.map((tab) => ({
            id: tab,
            name: say(tabWords[tab]),
            children: tab === address.view ? <Rows address={address} go={go} moves={moves} order={order} /> : null,
          }))}
        />
      </div>
      {address.task === undefined ? null : (
        <OpenTask
          key={address.task}
          id={address.task}
          go={go}
          order={order}
          onMoved={(id, how) => setMoves((before) => new Map(before).set(id, how))}
        />
      )}
    </div>
  );
}

type Go = (change: Partial<TasksAddress> | ((before: TasksAddress) => TasksAddress)) => void;

function Rows({
  address,
  go,
  moves,
  order,
}: {
  readonly address: TasksAddress;
  readonly go: Go;
  readonly moves: ReadonlyMap<string, TaskMove>;
  readonly order: RefObject<readonly string[]>;
}) {
  const say = useWords();
  const dates = useDates();
  const now = useNow();
  const session = useSession();
  const today = useMemo(() => ({ now, localDay: dates.localDay }), [now, dates]);
  // The bound of `due` moves with the clock: the list is named by the filter, and asked with the bound of the moment.
  const named = { view: address.view, due: address.due, role: address.role };
  const query = useInfiniteQuery({
    queryKey: keys.tasks(named),
    queryFn: async ({ pageParam, signal }) =>
      answerOf(await searchTasks({ ...taskQuestion(address, today), ...(pageParam === '' ? {} : { after: pageParam }) }, signal)),
    initialPageParam: '',
    getNextPageParam: (page) => (page.more ? page.next : undefined),
  });
  const latest = useMemo(() => query.data?.pages.flatMap((page) => page.rows), [query.data]);
  const list = useSteadyRows(latest, JSON.stringify(named), query.data?.pages.length ?? 0);
  const refill = () => void query.refetch();
  useLive('inbox', { hint: refill, refill });

  const filtered = address.due !== 'any' || address.role !== undefined;
  return (
    <>
      <TaskFilters address={address} onChange={go} />
      <ListNews query={query} waiting={list.waiting} words="work.waiting" onShow={list.show} />
      {query.data && list.rows.length === 0 && list.waiting === 0 ? <Nothing address={address} filtered={filtered} go={go} /> : null}
      <TaskList
        rows={list.rows}
        moves={moves}
        order={order}
        chosen={address.task}
        me={session.person.id}
        onChoose={(task) => go({ task: task.id })}
      />
      {query.hasNextPage ? (
        <p className={styles.more}>
          <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {say('work.more')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function Nothing({ address, filtered, go }: { readonly address: TasksAddress; readonly filtered: boolean; readonly go: Go }) {
  const say = useWords();
  const session = useSession();
  if (!holdsRole(session) && address.view !== 'done')
    return (
      <EmptyState icon={UserRoundX} title={say('work.no-role')}>
        {say('work.no-role-words')}
      </EmptyState>
    );
  if (filtered) {
    const clear = () => go(({ role: _role, ...rest }) => ({ ...rest, due: 'any' }));
    return (
      <EmptyState icon={SearchX} title={say('work.none-fit')} action={<Button onPress={clear}>{say('work.clear-filters')}</Button>}>
        {say('work.none-fit-words')}
      </EmptyState>
    );
  }
  const words = {
    mine: ['work.none-mine', 'work.none-mine-words'],
    queue: ['work.none-queue', 'work.none-queue-words'],
    done: ['work.none-done', 'work.none-done-words'],
  } as const;
  const [title, sentence] = words[address.view];
  return (
    <EmptyState
      icon={CircleCheckBig}
      title={say(title)}
      action={address.view === 'mine' ? <Button onPress={() => go({ view: 'queue' })}>{say('work.look-at-queue')}</Button> : undefined}
    >
      {say(sentence)}
    </EmptyState>
  );
}

function OpenTask({
  id,
  go,
  order,
  onMoved,
}: {
  readonly id: string;
  readonly go: Go;
  readonly order: RefObject<readonly string[]>;
  readonly onMoved: (id: string, how: TaskMove) => void;
}) {
  const client = useQueryClient();
  const close = () => go(({ task: _closed, ...rest }) => rest);
  const next = () => {
    const rows = order.current;
    const following = rows[rows.indexOf(id) + 1] ?? rows.find((row) => row !== id);
    if (following === undefined) close();
    else go({ task: following });
  };
  return (
    <TaskPanel
      id={id}
      onClose={close}
      onNext={next}
      onMoved={(how) => {
        onMoved(id, how);
        void client.invalidateQueries({ queryKey: keys.tasks() });
      }}
    />
  );
}
