import { AlarmClock, Check, ChevronDown, Pause, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Icon } from '../base/icon.tsx';
import { daysBetween } from '../calendar/dates.ts';
import { lastMoment } from '../calendar/last-moment.ts';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import type { MessageId } from '../language/messages.ts';
import { type Say, useText, useTimeZone, useWords } from '../language/words.tsx';
import type { ClockView } from '../server/shapes/cases.ts';
import { type ClockState, clockShare, clockState, clocksInOrder } from './clock-state.ts';
import styles from './clocks.module.css';
import { DayStrip } from './day-strip.tsx';

const kindWords: Readonly<Record<ClockView['kind'], MessageId>> = { law: 'case.clock.law', service: 'case.clock.service' };
const icons: Readonly<Record<ClockState, typeof Check | undefined>> = {
  kept: Check,
  broken: TriangleAlert,
  late: AlarmClock,
  running: undefined,
  resting: Pause,
};

/** The clocks of a case as bars; each opens the days that explain its due date. Law and service are never mixed. */
export function Clocks({ caseId, clocks }: { readonly caseId: string; readonly clocks: readonly ClockView[] }) {
  const [open, setOpen] = useState<string>();
  if (clocks.length === 0) return null;
  const opened = clocks.find((clock) => clock.id === open);
  return (
    <div className={styles.box}>
      <div className={styles.clocks}>
        {clocksInOrder(clocks).map((clock) => (
          <ClockBar
            key={clock.id}
            clock={clock}
            isOpen={clock.id === open}
            onToggle={() => setOpen(clock.id === open ? undefined : clock.id)}
          />
        ))}
      </div>
      {opened ? <DayStrip caseId={caseId} clock={opened} /> : null}
    </div>
  );
}

function ClockBar({ clock, isOpen, onToggle }: { readonly clock: ClockView; readonly isOpen: boolean; readonly onToggle: () => void }) {
  const say = useWords();
  const text = useText();
  const now = useNow();
  const dates = useDates();
  const timeZone = useTimeZone();
  const due = lastMoment(clock.dueAt, timeZone);
  const state = clockState(clock, now);
  const icon = icons[state];
  const share = clockShare(clock, now);
  return (
    <button type="button" className={styles.clock} data-state={state} aria-expanded={isOpen} onClick={onToggle}>
      <span className={styles.name}>
        {text(clock.title)} <small>{say(kindWords[clock.kind])}</small>
      </span>
      <span className={styles.state}>
        {icon ? <Icon of={icon} size={14} /> : null}
        {stateWords(say, clock, state, { now, days: (at) => dates.localDay(at) })}
      </span>
      <span className={styles.bar} aria-hidden="true">
        <i style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <span className={styles.due}>
        {clock.stoppedAt === undefined
          ? say('case.clock.due', { day: dates.day(due) })
          : say('case.clock.stopped', { day: dates.date(clock.stoppedAt), due: dates.date(due) })}
        <Icon of={ChevronDown} size={12} />
      </span>
    </button>
  );
}

function stateWords(
  say: Say,
  clock: ClockView,
  state: ClockState,
  { now, days }: { readonly now: number; readonly days: (at: string | number) => string },
): string {
  switch (state) {
    case 'kept':
      return say('case.clock.kept');
    case 'broken':
      return say('case.clock.broken', { days: daysBetween({ from: days(clock.dueAt), to: days(clock.stoppedAt ?? clock.dueAt) }) });
    case 'late':
      return say('case.clock.late', { days: daysBetween({ from: days(clock.dueAt), to: days(now) }) });
    case 'resting':
      return say('case.clock.resting');
    case 'running':
      return say(isWorking(clock) ? 'case.clock.working-days' : 'case.clock.days', {
        elapsed: Math.floor(clock.elapsed),
        limit: clock.limit,
      });
  }
}

const isWorking = (clock: ClockView): boolean => clock.unit.startsWith('working');
