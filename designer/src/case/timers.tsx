import { useQuery, useQueryClient } from '@tanstack/react-query';
import { AlarmClock } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { DueLabel } from '../base/due-label.tsx';
import { EmptyState } from '../base/empty-state.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { confirm } from '../base/toast.tsx';
import { lastMoment } from '../calendar/last-moment.ts';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useTimeZone, useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import type { TimerRow } from '../server/shapes/case-work.ts';
import type { CaseView } from '../server/shapes/cases.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useIntentKey } from '../work/intent-key.ts';
import { RaceNote } from '../work/lost-race.tsx';
import { fireTimer, moveTimer, readTimers } from './case-requests.ts';
import { MomentField } from './moment-field.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import styles from './timers.module.css';
import { useHeld } from './use-held.ts';
import { useOvertaken } from './use-overtaken.ts';

/** Deadlines that run; a person with the right may let one fire now or move it, with a reason. */
export function Timers({ found, mayAct }: { readonly found: CaseView; readonly mayAct: boolean }) {
  const say = useWords();
  const query = useQuery({ queryKey: keys.timers(found.id), queryFn: async () => answerOf(await readTimers(found.id)) });
  const held = useHeld(query.data?.rows ?? none);
  if (query.error && !query.data) return <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonRows rows={3} />;
  const rows = [...held.gone, ...query.data.rows];
  if (rows.length === 0) return <EmptyState icon={AlarmClock} title={say('timer.none')} />;
  return (
    <ul className={styles.timers}>
      {rows.map((timer) => (
        <Timer key={timer.id} timer={timer} found={found} mayAct={mayAct} isGone={held.gone.includes(timer)} onHold={held.onHold} />
      ))}
    </ul>
  );
}

const none: readonly TimerRow[] = [];

function Timer({
  timer,
  found,
  mayAct,
  isGone,
  onHold,
}: {
  readonly timer: TimerRow;
  readonly found: CaseView;
  readonly mayAct: boolean;
  /** It fired, or its step ended, while somebody wrote why it should. */
  readonly isGone: boolean;
  readonly onHold: (id: string, isHeld: boolean) => void;
}) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const client = useQueryClient();
  const intent = useIntentKey();
  const [asking, setAsking] = useState<'fire' | 'move'>();
  const [dueAt, setDueAt] = useState(timer.dueAt);
  const lost = useOvertaken(found, isGone);
  const late = lost ? { late: <RaceNote problem={lost} /> } : {};
  const isAsking = asking !== undefined;
  useEffect(() => onHold(timer.id, isAsking), [onHold, timer.id, isAsking]);
  const clock = found.clocks.find((each) => each.id === timer.clock);
  const timeZone = useTimeZone();
  const title = text(clock?.title ?? timer.title ?? timer.stepTitle) || timer.id;
  const name = clock && /\.warn\b/.test(timer.id) ? say('timer.warns', { clock: title }) : title;
  const due = clock ? lastMoment(timer.dueAt, timeZone) : timer.dueAt;
  const done = async (words: string) => {
    intent.done();
    confirm(words);
    await client.invalidateQueries({ queryKey: keys.case(found.id) });
    return undefined;
  };
  return (
    <li>
      <p>
        <b>{name}</b>
        {timer.moved ? <Chip tone="time">{say('timer.moved')}</Chip> : null}
      </p>
      <p className={styles.when}>
        <DueLabel at={due} />
        <span>{dates.moment(due)}</span>
      </p>
      {mayAct && !isGone && clock === undefined ? (
        <p className={styles.buttons}>
          <Button kind="link" onPress={() => setAsking('fire')}>
            {say('timer.fire')}
          </Button>
          <Button kind="link" onPress={() => setAsking('move')}>
            {say('timer.move')}
          </Button>
        </p>
      ) : null}
      {asking === 'move' ? (
        <ReasonDialog
          {...late}
          title={say('timer.move-title', { name })}
          words={say('timer.move-words', { at: dates.moment(timer.dueAt) })}
          act={say('timer.move-yes')}
          keep={say('timer.move-no')}
          onClose={() => setAsking(undefined)}
          onAct={async (reason) => {
            const body = { dueAt, reason };
            const answer = await moveTimer(found.id, timer.id, body, intent.keyOf({ move: timer.id, ...body }));
            return answer.ok ? done(say('timer.was-moved')) : answer.problem;
          }}
        >
          <MomentField label={say('timer.new-day')} value={dueAt} onChange={setDueAt} />
        </ReasonDialog>
      ) : null}
      {asking === 'fire' ? (
        <ReasonDialog
          {...late}
          isDanger
          title={say('timer.fire-title', { name })}
          words={say('timer.fire-words')}
          act={say('timer.fire-yes')}
          keep={say('timer.fire-no')}
          onClose={() => setAsking(undefined)}
          onAct={async (reason) => {
            const answer = await fireTimer(found.id, timer.id, reason, intent.keyOf({ fire: timer.id, reason }));
            return answer.ok ? done(say('timer.fired')) : answer.problem;
          }}
        />
      ) : null}
    </li>
  );
}
