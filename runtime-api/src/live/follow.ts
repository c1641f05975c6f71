import { setTimeout as pause } from 'node:timers/promises';
import { describe } from '../http/describe-failure.ts';
import type { Live, Log, ProcessClock } from '../ports.ts';
import type { JournalLine } from '../store/models/journal.ts';
import type { TaskDocument } from '../store/models/task.ts';
import type { Store } from '../store/store.ts';
import { sweep } from '../store/tenant.ts';

type Copied = Pick<JournalLine, '_id' | 'organisation' | 'caseId' | 'revision'> & { readonly writtenAt?: string };

const pollMs = 500;
/** Task rows are copied beside their line and may come a moment later. */
const rowsLaterMs = 500;
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
  const follower: Follower = { ...following, told: new Told(), late: new Set(), stopped: stopped.signal };
  const running = run(follower);
  return async () => {
    stopped.abort();
    await running;
    await Promise.all(follower.late);
  };
}

interface Follower extends Following {
  readonly told: Told;
  /** Task rows that are looked for once more. */
  readonly late: Set<Promise<void>>;
  readonly stopped: AbortSignal;
}

async function run(follower: Follower): Promise<void> {
  await follow(follower);
  while (!follower.stopped.aborted) {
    try {
      if (follower.listeners() > 0) await look(follower);
    } catch (error) {
      follower.log.warn({ error: describe(error) }, 'changes of other processes could not be read');
    }
    await quiet(pollMs, follower.stopped);
  }
}

/** Ends where the server has no change streams, or lost one: then the poll takes over. */
async function follow(follower: Follower): Promise<void> {
  const { store, log, stopped } = follower;
  try {
    // The driver's own collection: Mongoose's change stream cannot be iterated.
    const lines = store.connection.db?.collection<Copied>(store.journal.collection.collectionName);
    const stream = lines?.watch([{ $match: { operationType: 'insert' } }]);
    if (stream === undefined) return;
    stopped.addEventListener('abort', () => void stream.close(), { once: true });
    for await (const change of stream)
      if (change.operationType === 'insert' && follower.listeners() > 0) await tell(follower, change.fullDocument);
  } catch (error) {
    if (!stopped.aborted) log.info({ problem: String(error) }, 'no change stream here: polling');
  }
}

async function look(follower: Follower): Promise<void> {
  const since = new Date(follower.clock.now() - overlapMs).toISOString();
  const lines = await sweep(
    follower.store.journal.find({ writtenAt: { $gt: since } }, { organisation: 1, caseId: 1, revision: 1 }),
    'journal-follow',
  )
    .sort({ writtenAt: -1 })
    .limit(linesMax)
    .lean<Copied[]>();
  for (const line of lines.reverse()) await tell(follower, line);
}

async function tell(follower: Follower, line: Copied): Promise<void> {
  if (!follower.told.isNew(line._id)) return;
  const { organisation, caseId, revision } = line;
  follower.live.tell({ organisation, kind: 'case', caseId, revision });
  if (await tellTasks(follower, line)) return;
  const again = quiet(rowsLaterMs, follower.stopped)
    .then(() => tellTasks(follower, line))
    .catch((error: unknown) => follower.log.warn({ error: describe(error) }, 'changed tasks could not be read'))
    .then(() => void follower.late.delete(again));
  follower.late.add(again);
}

/** False if the line has changed no task, or its rows are not there yet. */
async function tellTasks({ store, live, stopped }: Follower, { organisation, caseId, revision }: Copied): Promise<boolean> {
  if (stopped.aborted) return true;
  const rows = await store.tasks
    .find({ organisation, caseId, revision }, { queue: 1, assignee: 1 })
    .lean<Pick<TaskDocument, 'queue' | 'assignee'>[]>();
  if (rows.length === 0) return false;
  live.tell({
    organisation,
    kind: 'task',
    caseId,
    queues: [...new Set(rows.map(({ queue }) => queue))],
    persons: [...new Set(rows.flatMap(({ assignee }) => assignee ?? []))],
  });
  return true;
}

/** Waits, but not beyond the end. */
const quiet = (ms: number, stopped: AbortSignal): Promise<void> => pause(ms, undefined, { signal: stopped }).catch(() => undefined);

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
