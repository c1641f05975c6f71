import { startCalendarSweep } from './calendars/calendar-sweep.ts';
import { startEffectsWorker } from './effects/worker.ts';
import { startEvidenceSweep } from './evidence/sweep.ts';
import type { openPorts } from './open-ports.ts';
import { startSettleSweep } from './settle/sweep.ts';
import { startTimerWheel } from './timers/wheel.ts';

export interface Workers {
  /** Ends after what is being done is done. */
  readonly stop: () => Promise<void>;
  /** Settles when nothing that is due now is left to do: for tests and the demonstration, whose clock stands still. */
  readonly idle: () => Promise<void>;
}

/** The workers of one process: timers, effects, the net below settling, changed calendars, and files nobody signed. Any number of processes may run them on one store. */
export function startWorkers(ports: ReturnType<typeof openPorts>): Workers {
  const timers = startTimerWheel(ports);
  const effects = startEffectsWorker(ports, ports.work.onEffects);
  const settling = startSettleSweep(ports);
  const calendars = startCalendarSweep(ports);
  const evidence = startEvidenceSweep(ports);
  return {
    stop: async () => {
      await timers.stop();
      await effects.stop();
      await calendars.stop();
      await evidence.stop();
      await settling.stop();
    },
    idle: async () => {
      let before = -1;
      let commits = 0;
      const unwatch = ports.work.watch(() => {
        commits++;
      });
      while (before !== commits) {
        before = commits;
        await settling.look();
        await calendars.look();
        await evidence.look();
        await timers.idle();
        await effects.idle();
      }
      unwatch();
    },
  };
}
