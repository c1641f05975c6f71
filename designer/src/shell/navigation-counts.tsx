import { useQuery, useQueryClient } from '@tanstack/react-query';
import unseen from '../base/unseen.module.css';
import { useDates } from '../calendar/use-dates.ts';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import { proceduresQuery } from '../server/procedures-query.ts';
import type { DefinitionState } from '../server/shapes/definitions.ts';
import type { SessionView } from '../server/shapes/people.ts';
import { useLive } from '../server/use-live.tsx';
import { useRested } from '../server/use-rested.ts';
import { readFailures, readMessages } from '../work/message-requests.ts';
import styles from './frame.module.css';
import { holdsRight, leadsTeam, useSession } from './session.tsx';

/** What waits behind a place of the navigation. */
export type Counted = 'messages' | 'failures' | 'drafts';
export type Counts = Readonly<Record<Counted, number>>;

/** The server counts no further: more than that is "99+". */
const most = 99;
/** Every change of a case may be a failure: they are asked for once in a while only. */
const pauseMs = 3_000;

const spoken: Readonly<Record<Counted, MessageId>> = {
  messages: 'navigation.unread',
  failures: 'navigation.failing',
  drafts: 'review.waiting',
};

/** Kept up to date by the hints of the server; zero while nothing is known. */
export function useCounts(): Counts {
  const queries = useQueryClient();
  const session = useSession();
  const leads = leadsTeam(session);
  const draws = holdsRight(session, 'compliance', 'process-owner');
  const unread = useQuery({ queryKey: keys.unread, queryFn: async () => answerOf(await readMessages({ limit: 1 })).unread });
  const failing = useQuery({
    queryKey: keys.failing,
    queryFn: async () => {
      const { rows, more } = answerOf(await readFailures({ limit: 100 }));
      return more ? most + 1 : rows.length;
    },
    enabled: leads,
  });
  const waiting = useQuery({
    ...proceduresQuery,
    enabled: draws,
    select: (rows) => rows.filter(({ draft }) => draft && waitsFor(session, draft.state)).length,
  });
  const refillDrafts = () => void queries.invalidateQueries({ queryKey: keys.definitions });
  const refillUnread = () => void queries.invalidateQueries({ queryKey: keys.unread });
  const refillFailing = () => void queries.invalidateQueries({ queryKey: keys.failing });
  const soon = useRested(refillFailing, pauseMs);
  useLive('inbox', { hint: ({ kind }) => kind === 'inbox' && refillUnread(), refill: refillUnread });
  useLive(leads ? 'organisation' : undefined, { hint: ({ kind }) => kind === 'case' && soon(), refill: refillFailing });
  useLive(draws ? 'organisation' : undefined, { hint: ({ kind }) => kind === 'definition' && refillDrafts(), refill: refillDrafts });
  return { messages: unread.data ?? 0, failures: failing.data ?? 0, drafts: waiting.data ?? 0 };
}

/** A draft in review waits for a second person, an approved one for whoever publishes. */
const waitsFor = (session: SessionView, state: DefinitionState): boolean =>
  (state === 'submitted' && holdsRight(session, 'compliance')) || (state === 'approved' && holdsRight(session, 'process-owner'));

/** The number in the reader's digits, with what it counts; nothing where there is nothing. */
export function useCountWords(
  counts: Counts,
): (counted: Counted | undefined) => { readonly short: string; readonly long: string } | undefined {
  const say = useWords();
  const dates = useDates();
  return (counted) => {
    const count = counted === undefined ? 0 : counts[counted];
    if (counted === undefined || count === 0) return undefined;
    const short = count > most ? say('navigation.most', { most: dates.number(most) }) : dates.number(count);
    return { short, long: say(spoken[counted], { count: short }) };
  };
}

/** Beside a name: the number for eyes, the sentence for ears. */
export function Count({
  words,
  onIcon = false,
}: {
  readonly words: ReturnType<ReturnType<typeof useCountWords>>;
  readonly onIcon?: boolean;
}) {
  if (!words) return null;
  return (
    <>
      <span className={onIcon ? styles.badge : styles.count} aria-hidden="true">
        {words.short}
      </span>
      <span className={unseen.unseen}>{words.long}</span>
    </>
  );
}
