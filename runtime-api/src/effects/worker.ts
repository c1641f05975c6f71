import { startPoll } from '../poll.ts';
import type { Ports } from '../ports.ts';
import type { EffectDocument } from '../store/models/effect.ts';
import { claim, dueEffects, isOutside } from './claim.ts';
import { workOff } from './work-off.ts';

const pollMs = 1_000;
const batchMax = 100;
const failed = 'effects could not be read';
/** Effects worked on at the same time by one process, and how many of them wait for others. */
const atOnceMax = 32;
const outsideMax = 24;

export interface Worker {
  readonly stop: () => Promise<void>;
  /** Settles when nothing that is due now is left to this worker, or it was stopped. */
  readonly idle: () => Promise<void>;
}

/** Works off what is due, at once when told, else at each poll. No effect is owned longer than its lease. */
export function startEffectsWorker(ports: Ports, told: (listener: () => void) => () => void): Worker {
  const busy = new Map<string, Promise<void>>();
  /** Lanes being worked on; true if another row of theirs was passed over meanwhile. */
  const lanes = new Map<string, boolean>();
  /** What others do: how much is at work, and what is due but has no place yet. */
  let outside = 0;
  const line: EffectDocument[] = [];
  let stopped = false;
  let again = false;
  let round: Promise<void> | undefined;

  const look = (): Promise<void> => {
    again = true;
    round ??= rounds().finally(() => {
      round = undefined;
    });
    return round;
  };

  const rounds = async (): Promise<void> => {
    while (again && !stopped) {
      again = false;
      try {
        const due = await dueEffects(ports, batchMax, line.length > 0);
        for (const row of due) {
          while (busy.size >= atOnceMax) await Promise.race(busy.values());
          if (stopped) return;
          if (isOutside(row) && outside >= outsideMax) line.push(row);
          else takeUp(row);
        }
        again ||= line.length > 0 && due.length === batchMax; // What is ours may lie behind what must wait.
      } catch (problem) {
        ports.log.warn({ problem: String(problem) }, failed);
      }
    }
  };

  const takeUp = (row: EffectDocument): void => {
    if (lanes.has(row.lane)) {
      if (!busy.has(row._id)) lanes.set(row.lane, true);
      return;
    }
    lanes.set(row.lane, false);
    if (isOutside(row)) outside += 1;
    const working = take(row).finally(() => {
      busy.delete(row._id);
      const passedOver = lanes.get(row.lane) === true;
      lanes.delete(row.lane);
      const waited = isOutside(row) && leaveOutside();
      if (passedOver || waited) void look();
    });
    busy.set(row._id, working);
  };

  /** The next in line takes the place; true if the line ended with it, so that more may be due. */
  const leaveOutside = (): boolean => {
    outside -= 1;
    const waited = line.length > 0;
    while (!stopped && outside < outsideMax) {
      const next = line.shift();
      if (next === undefined) return waited;
      takeUp(next);
    }
    return false;
  };

  const take = async (row: EffectDocument): Promise<void> => {
    try {
      const mine = await claim(row, ports);
      if (mine !== undefined) await workOff(mine, ports);
    } catch (problem) {
      ports.log.error({ case: row.caseId, effect: row._id, problem: String(problem) }, 'effect not written down, its lease will run out');
    }
  };

  const untell = told(() => void look());
  const poll = startPoll(ports, { everyMs: pollMs, failed }, look);
  void look();

  return {
    stop: async () => {
      stopped = true;
      untell();
      await poll.stop();
      await round;
      await Promise.allSettled(busy.values());
    },
    idle: async () => {
      // Once stopped nobody looks any more: whoever still waits would wait for ever.
      while (!stopped) {
        await look();
        await Promise.allSettled(busy.values());
        if (!again && busy.size === 0 && round === undefined) return;
      }
    },
  };
}
