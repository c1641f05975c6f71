import { setTimeout as pause } from 'node:timers/promises';
import { describe } from '../http/describe-failure.ts';
import type { Live, Log, ProcessClock } from '../ports.ts';
import type { JournalLine } from '../store/models/journal.ts';
import type { TaskDocument } from '../store/models/task.ts';
import type { Store } from '../store/store.ts';
import { sweep } from '../store/tenant.ts';

type Copied = Pick<JournalLine, '_id' | 'organisation' | 'caseId' | 'revision'> & { readonly writtenAt?: string };

const pollMs = 500;
/** Lines are copied in any order and clocks differ a little: each look goes back this far. */
const overlapMs = 5_000;
const linesMax = 500;
const rememberedMax = 5_000;

export interface Following {
  readonly store: Store;
  readonly clock: ProcessClock;
  readonly live: Live;
  readonly log: Log;
  /** Nobody listens: nothing is asked. */
  readonly listeners: () => number;
}

/**
 * Hears of what other processes committed, by the lines they copy to the journal: a change stream where one opens, else a poll with overlap. An
 * embedded store has one process, which tells itself. Returns the way to stop.
 */
export function followOthers(following: Following): () => Promise<void> {
  if (following.store.kind === 'embedded') return async () => undefined;
  const stopped = new AbortController();
  const told = new Told();
  const running = run(following, told, stopped.signal);
  return async () => {
    stopped.abort();
    await running;
  };
}

async function run(following: Following, told: Told, stopped: AbortSignal): Promise<void> {
  if (await streams(following, told, stopped)) return;
  while (!stopped.aborted) {
    try {
      if (following.listeners() > 0) await look(following, told);
    } catch (error) {
      following.log.warn({ error: describe(error) }, 'changes of other processes could not be read');
    }
    await pause(pollMs, undefined, { signal: stopped }).catch(() => undefined); // Aborted: the loop ends by itself.
  }
}

/** False where the server has no change streams, or lost one: then the poll takes over. */
async function streams(following: Following, told: Told, stopped: AbortSignal): Promise<boolean> {
  try {
    const stream = following.store.journal.watch([{ $match: { operationType: 'insert' } }]);
    stopped.addEventListener('abort', () => void stream.close(), { once: true });
    for await (const change of stream) {
      if (change.operationType === 'insert' && following.listeners() > 0) await tell(following, told, change.fullDocument);
    }
    return stopped.aborted;
  } catch (error) {
    if (!stopped.aborted) following.log.info({ error: describe(error) }, 'no change stream here: polling');
    return stopped.aborted;
  }
}

async function look(following: Following, told: Told): Promise<void> {
  const since = new Date(following.clock.now() - overlapMs).toISOString();
  const lines = await sweep(
    following.store.journal.find({ writtenAt: { $gt: since } }, { organisation: 1, caseId: 1, revision: 1 }),
    'journal-follow',
  )
    .sort({ writtenAt: 1 })
    .limit(linesMax)
    .lean<Copied[]>();
  for (const line of lines) await tell(following, told, line);
}

async function tell({ store, live }: Following, told: Told, { _id, organisation, caseId, revision }: Copied): Promise<void> {
  if (!told.isNew(_id)) return;
  live.tell({ organisation, kind: 'case', caseId, revision });
  const rows = await store.tasks
    .find({ organisation, caseId, revision }, { queue: 1, assignee: 1 })
    .lean<Pick<TaskDocument, 'queue' | 'assignee'>[]>();
  if (rows.length === 0) return;
  live.tell({
    organisation,
    kind: 'task',
    caseId,
    queues: [...new Set(rows.map(({ queue }) => queue))],
    persons: [...new Set(rows.flatMap(({ assignee }) => assignee ?? []))],
  });
}

/** What was told already; the oldest are forgotten first. Told twice does no harm. */
class Told {
  readonly #ids = new Set<string>();

  isNew(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    const oldest = this.#ids.size > rememberedMax ? this.#ids.values().next().value : undefined;
    if (oldest !== undefined) this.#ids.delete(oldest);
    return true;
  }
}
