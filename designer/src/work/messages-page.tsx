import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { MailOpen } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Button } from '../base/button.tsx';
import { EmptyState } from '../base/empty-state.tsx';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import type { InboxRow } from '../server/shapes/office.ts';
import { useLive } from '../server/use-live.tsx';
import { useOwnPage } from '../shell/narrow-window.ts';
import { PageHeading, useTitle } from '../shell/page.tsx';
import { ListNews } from './list-news.tsx';
import { MessageList } from './message-list.tsx';
import { MessagePanel } from './message-panel.tsx';
import { markMessageRead, readMessages } from './message-requests.ts';
import styles from './messages.module.css';
import { useSteadyRows } from './use-steady-rows.ts';

/** Where the focus goes back to when a message is put away. */
const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"]`);

/** The page by its address: which message is open stands in it. */
export function MessagesPage() {
  const { message } = useSearch({ strict: false });
  const navigate = useNavigate();
  const turn = useOwnPage(67.5);
  const open = (id: string | undefined) =>
    turn({ open: message, next: id }, (how) => void navigate({ to: '/messages', search: id === undefined ? {} : { message: id }, ...how }));
  return <Messages chosen={message} onOpen={open} />;
}

/** What procedures told me: the list, newest first, and the chosen message beside it. */
export function Messages({ chosen, onOpen }: { readonly chosen: string | undefined; readonly onOpen: (id: string | undefined) => void }) {
  const say = useWords();
  useTitle(say('messages.title'));
  const query = useInfiniteQuery({
    queryKey: keys.messages,
    queryFn: async ({ pageParam }) => answerOf(await readMessages(pageParam === '' ? {} : { after: pageParam })),
    initialPageParam: '',
    getNextPageParam: (page) => (page.more ? page.next : undefined),
  });
  const latest = useMemo(() => query.data?.pages.flatMap((page) => page.rows), [query.data]);
  const list = useSteadyRows(latest, 'messages', query.data?.pages.length ?? 0);
  const refill = () => void query.refetch();
  useLive('inbox', { hint: ({ kind }) => kind === 'inbox' && refill(), refill });
  const opened = list.rows.find(({ row }) => row.id === chosen)?.row;
  useReading(opened);
  const pressed = useRef<string>(undefined);
  const close = () => {
    onOpen(undefined);
    // On a phone the list comes back with the next picture only.
    requestAnimationFrame(() => opened && rowOf(opened.id)?.focus());
  };
  return (
    <div className={`${styles.page} ${opened ? styles.open : styles.alone}`}>
      <div className={styles.list}>
        <header className={styles.head}>
          <PageHeading>{say('messages.title')}</PageHeading>
        </header>
        <ListNews query={query} waiting={list.waiting} words="messages.waiting" onShow={list.show} />
        {query.data && list.rows.length === 0 && list.waiting === 0 ? (
          <EmptyState icon={MailOpen} title={say('messages.none')}>
            {say('messages.none-words')}
          </EmptyState>
        ) : null}
        <MessageList
          rows={list.rows}
          chosen={opened?.id}
          onOpen={(id) => {
            pressed.current = id;
            onOpen(id);
          }}
        />
        {query.hasNextPage ? (
          <p className={styles.more}>
            <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
              {say('work.more')}
            </Button>
          </p>
        ) : null}
      </div>
      {opened ? <MessagePanel key={opened.id} message={opened} takesFocus={pressed.current === opened.id} onClose={close} /> : null}
    </div>
  );
}

/** Who opens a message has read it. Where the server could not be told, it stays unread and is told at the next look. */
function useReading(message: InboxRow | undefined): void {
  const queries = useQueryClient();
  const unread = message?.readAt === undefined ? message?.id : undefined;
  useEffect(() => {
    if (unread === undefined) return;
    void markMessageRead(unread).then((marked) => (marked.ok ? queries.invalidateQueries({ queryKey: keys.inbox }) : undefined));
  }, [unread, queries]);
}
