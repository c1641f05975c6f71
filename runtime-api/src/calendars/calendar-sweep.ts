import { startPoll } from '../poll.ts';
import type { Ports } from '../ports.ts';
import { finishChanges } from './change-calendar.ts';

const pollMs = 5_000;
const failed = 'changed calendars could not be told';

export interface CalendarSweep {
  readonly stop: () => Promise<void>;
  /** One round now. */
  readonly look: () => Promise<void>;
}

/** Looks for changed calendars that some case does not know of yet. */
export function startCalendarSweep(ports: Ports): CalendarSweep {
  let stopped = false;
  let round: Promise<void> = Promise.resolve();
  const look = (): Promise<void> => {
    round = round
      .then(() => (stopped ? undefined : finishChanges(ports)))
      .catch((problem: unknown) => ports.log.warn({ problem: String(problem) }, failed));
    return round;
  };
  const poll = startPoll(ports, { everyMs: pollMs, failed }, look);
  return {
    stop: async () => {
      stopped = true;
      await poll.stop();
      await round;
    },
    look,
  };
}
