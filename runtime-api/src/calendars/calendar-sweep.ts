import type { Ports } from '../ports.ts';
import { finishChanges } from './change-calendar.ts';

const pollMs = 5_000;

export interface CalendarSweep {
  readonly stop: () => Promise<void>;
  /** One round now. */
  readonly look: () => Promise<void>;
}

/** Looks for changed calendars that some case does not know of yet. */
export function startCalendarSweep(ports: Ports): CalendarSweep {
  let stopped = false;
  let cancelPoll = (): void => undefined;
  let round: Promise<void> = Promise.resolve();
  const look = (): Promise<void> => {
    round = round
      .then(() => (stopped ? undefined : finishChanges(ports)))
      .catch((problem: unknown) => ports.log.warn({ problem: String(problem) }, 'changed calendars could not be told'));
    return round;
  };
  const poll = (): void => {
    cancelPoll = ports.clock.wake(ports.clock.now() + pollMs * (0.9 + 0.2 * ports.random.share()), () => {
      look().finally(() => stopped || poll());
    });
  };
  poll();
  return {
    stop: async () => {
      stopped = true;
      cancelPoll();
      await round;
    },
    look,
  };
}
