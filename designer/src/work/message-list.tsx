import { Link } from '@tanstack/react-router';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import type { InboxRow } from '../server/shapes/office.ts';
import styles from './messages.module.css';
import type { RowMark, SteadyRow } from './steady-rows.ts';
import { useWalkedRows } from './use-walked-rows.ts';

interface MessageListProps {
  readonly rows: readonly SteadyRow<InboxRow>[];
  readonly chosen: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** Messages, newest first. One stop of the tab key, then the case of the reached one; arrows walk, Enter opens. */
export function MessageList({ rows, chosen, onOpen }: MessageListProps) {
  const say = useWords();
  const { list, onKeyDown, reached, reach } = useWalkedRows(
    'message',
    rows.map(({ row }) => row.id),
    chosen,
  );
  if (rows.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the rows inside, which are buttons.
    <div ref={list} onKeyDown={onKeyDown}>
      <ul aria-label={say('messages.title')}>
        {rows.map(({ row, mark }) => (
          <Row
            key={row.id}
            message={row}
            mark={mark}
            chosen={row.id === chosen}
            reached={row.id === reached}
            onOpen={() => {
              reach(row.id);
              onOpen(row.id);
            }}
          />
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  readonly message: InboxRow;
  readonly mark: RowMark | undefined;
  readonly chosen: boolean;
  readonly reached: boolean;
  readonly onOpen: () => void;
}

/** The whole row opens the message; the number above it opens the case. */
function Row({ message, mark, chosen, reached, onOpen }: RowProps) {
  const say = useWords();
  const dates = useDates();
  const now = useNow();
  const today = dates.localDay(message.at) === dates.localDay(now);
  const unread = message.readAt === undefined;
  return (
    <li className={styles.row} data-unread={unread} data-chosen={chosen}>
      <button
        type="button"
        data-message={message.id}
        className={styles.subject}
        tabIndex={reached ? 0 : -1}
        aria-current={chosen ? 'true' : undefined}
        onClick={onOpen}
      >
        {unread ? <i className={styles.dot} role="img" aria-label={say('messages.unread')} /> : null}
        <bdi dir="auto" lang={message.language}>
          {message.subject}
        </bdi>
        {mark === 'new' ? <span className={styles.new}>{say('work.new')}</span> : null}
      </button>
      <span className={styles.about}>
        <Link to="/cases/$caseId" params={{ caseId: message.caseId }} tabIndex={reached ? 0 : -1}>
          <bdi className={styles.number}>{message.number ?? say('case.no-number')}</bdi>
        </Link>
      </span>
      <time dateTime={message.at} title={dates.moment(message.at)}>
        {today ? dates.time(message.at) : dates.short(message.at, now)}
      </time>
    </li>
  );
}
