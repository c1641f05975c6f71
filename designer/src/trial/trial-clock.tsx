import type { Rehearsal, ScriptStep } from '@redress/engine';
import { Clock, Info, SkipForward } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useWords, Words } from '../language/words.tsx';
import styles from './trial.module.css';
import { nextDeadline } from './trial-marks.ts';

/** Pretend time, in amber above all: what it is, and how it goes on. */
export function TrialClock({
  rehearsal,
  process,
  onAct,
}: {
  readonly rehearsal: Rehearsal | undefined;
  /** Of the story: a deadline of a sub-procedure names it. */
  readonly process: string;
  readonly onAct: (step: ScriptStep) => void;
}) {
  const say = useWords();
  const dates = useDates();
  const next = rehearsal && nextDeadline(rehearsal);
  return (
    <section className={styles.clock} aria-label={say('trial.time')}>
      {rehearsal && (
        <p>
          <Icon of={Clock} />
          <span>
            <Words id="trial.now" facts={{ day: dates.day(rehearsal.at), time: dates.time(rehearsal.at) }} />
          </span>
        </p>
      )}
      {rehearsal && (
        <div className={styles.onward}>
          <Button onPress={() => onAct({ wait: { workingDays: 1 } })}>{say('trial.working-day')}</Button>
          <Button onPress={() => onAct({ wait: { weeks: 1 } })}>{say('trial.week')}</Button>
          {next && (
            <Button
              icon={SkipForward}
              turn
              onPress={() => onAct({ waitFor: next.timer, ...(next.process === process ? {} : { in: next.process }) })}
            >
              {say('trial.next-deadline', { at: dates.moment(next.dueAt) })}
            </Button>
          )}
        </div>
      )}
      <p className={styles.harmless}>
        <Icon of={Info} />
        {say('trial.harmless')}
      </p>
    </section>
  );
}
