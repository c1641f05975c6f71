import { startPoll } from '../poll.ts';
import type { Ports } from '../ports.ts';
import type { Commit } from '../store/commit.ts';
import type { CaseDocument } from '../store/models/case.ts';
import { sweep } from '../store/tenant.ts';
import { fireDue } from './fire.ts';

/** What falls due within this time is held in memory; everything else sleeps in the store. */
const horizonMs = 60_000;
const pollMs = 1_000;
const batchMax = 100;
/** Cases whose timers one process fires at the same time. */
const atOnceMax = 32;

type Sleeping = Pick<CaseDocument, '_id' | 'organisation' | 'nextDueAt'>;
interface Armed {
  readonly dueAt: string;
  readonly cancel: () => void;
}

export interface TimerWheel {
  readonly stop: () => Promise<void>;
  /** Settles when no timer that is due now is being fired, or it was stopped. */
  readonly idle: () => Promise<void>;
}

/** Wakes cases when their next timer is due: armed in memory right after a commit, found by a poll of at most 100 otherwise. */
export function startTimerWheel(ports: Ports): TimerWheel {
  const armed = new Map<string, Armed>();
  const firing = new Map<string, Promise<void>>();
  const waiting: { organisation: string; caseId: string }[] = [];
  let stopped = false;

  const arm = (which: { readonly organisation: string; readonly caseId: string }, dueAt: string | undefined): void => {
    const known = armed.get(which.caseId);
    if (known?.dueAt === dueAt) return;
    known?.cancel();
    armed.delete(which.caseId);
    if (stopped || dueAt === undefined || Date.parse(dueAt) - ports.clock.now() > horizonMs) return;
    const cancel = ports.clock.wake(Date.parse(dueAt), () => {
      armed.delete(which.caseId);
      enqueue(which);
    });
    armed.set(which.caseId, { dueAt, cancel });
  };

  const enqueue = (which: { readonly organisation: string; readonly caseId: string }): void => {
    if (firing.has(which.caseId) || waiting.some((one) => one.caseId === which.caseId)) return;
    waiting.push({ organisation: which.organisation, caseId: which.caseId });
    pump();
  };

  const pump = (): void => {
    while (!stopped && firing.size < atOnceMax) {
      const next = waiting.shift();
      if (next === undefined) return;
      const fired = fireDue(next, ports)
        .then(
          () => undefined,
          (problem) => ports.log.warn({ case: next.caseId, problem: String(problem) }, 'timers of a case could not be fired'),
        )
        .finally(() => {
          firing.delete(next.caseId);
          // People first: their requests get a turn between two cases.
          setImmediate(pump);
        });
      firing.set(next.caseId, fired);
    }
  };

  const look = async (): Promise<void> => {
    const until = new Date(ports.clock.now() + horizonMs).toISOString();
    const near = ports.store.cases.find({ nextDueAt: { $lte: until } }, { _id: 1, organisation: 1, nextDueAt: 1 });
    for (const row of await sweep(near, 'due-timers').sort({ nextDueAt: 1 }).limit(batchMax).lean<Sleeping[]>()) {
      const which = { organisation: row.organisation, caseId: row._id };
      if (row.nextDueAt !== undefined && Date.parse(row.nextDueAt) <= ports.clock.now()) enqueue(which);
      else arm(which, row.nextDueAt);
    }
  };

  const unwatch = ports.work.watch((commit: Commit) => arm(commit, commit.document.nextDueAt));
  const failed = 'due timers could not be read';
  const first = look().catch((problem: unknown) => ports.log.warn({ problem: String(problem) }, failed));
  const poll = startPoll(ports, { everyMs: pollMs, failed }, look);

  return {
    stop: async () => {
      stopped = true;
      unwatch();
      const looked = Promise.all([first, poll.stop()]);
      for (const one of armed.values()) one.cancel();
      armed.clear();
      await looked;
      await Promise.allSettled(firing.values());
    },
    idle: async () => {
      await first;
      await poll.over();
      await look();
      while (firing.size > 0 || (waiting.length > 0 && !stopped)) {
        await Promise.allSettled(firing.values());
        await new Promise((done) => setImmediate(done));
      }
    },
  };
}
