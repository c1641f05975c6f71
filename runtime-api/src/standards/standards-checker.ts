import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Checked, type Pack, packsWith } from '@redress/definitions';
import { type Definition, ok, type Result } from '@redress/engine';
import { definitionHash } from '../definitions/definition-hash.ts';
import { LatestUsed } from '../definitions/latest-used.ts';
import { type Busy, RehearsalLine } from '../definitions/rehearsal-line.ts';
import type { Log } from '../ports.ts';
import type { CheckWish, Judged, JudgeWish } from './check-worker.ts';

/** What one check may take. What takes more is not decided, and never "holds". */
interface CheckBounds {
  readonly timeMostMs: number;
  readonly memoryMostMb: number;
}
const usualBounds: CheckBounds = { timeMostMs: 10_000, memoryMostMb: 512 };

interface CheckerSettings {
  readonly log: Log;
  /** Words for Node before the thread begins; whoever runs from sources says here how they are read. */
  readonly threadWords?: readonly string[];
  readonly bounds?: CheckBounds;
}
const keptMost = 200;

/** What is to be checked: a procedure with those that it may start, by the standards and by these laws. */
interface Asked {
  readonly definition: Definition;
  readonly beside: readonly Definition[];
  readonly laws: readonly string[];
}

/** Cases, and by what days they are judged. */
type Judging = Pick<JudgeWish, 'records' | 'timeZone'>;

const program = new URL(`./check-worker${extname(import.meta.url)}`, import.meta.url);

/** Checks procedures against the rules in a thread of its own, one after the other; the same procedure beside the same others is checked once. */
export class StandardsChecker {
  readonly #settings: CheckerSettings;
  readonly #bounds: CheckBounds;
  readonly #line = new RehearsalLine();
  readonly #known = new LatestUsed<readonly Checked[]>(keptMost);
  #thread: Promise<Worker> | undefined;

  constructor(settings: CheckerSettings) {
    this.#settings = settings;
    this.#bounds = settings.bounds ?? usualBounds;
  }

  async check(organisation: string, asked: Asked): Promise<Result<readonly Checked[], Busy>> {
    const { key, wish } = wishFor(asked);
    const known = this.#known.get(key);
    if (known) return ok(known);
    return await this.#line.play(organisation, async () => {
      const found = this.#known.get(key) ?? (await this.#ask<readonly Checked[]>(wish));
      if (typeof found === 'string') return undecided(asked.definition, packsWith(asked.laws), found);
      this.#known.set(key, found);
      return found;
    });
  }

  /** Judges cases of a procedure by their journals, in their order; the bound that ended it where it took too long or too much. */
  async judge(organisation: string, { key, wish }: Wished, { records, timeZone }: Judging): Promise<Result<Judged | Bound, Busy>> {
    return await this.#line.play(
      organisation,
      async () => await this.#ask<Judged>({ ...wish, key: `${key}\n${timeZone}`, records, timeZone }),
    );
  }

  /** No check is under way any more. */
  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.then(
      (worker) => worker.terminate(),
      () => undefined,
    );
  }

  /** What it found, or the bound that ended it. The time that a thread takes to begin is not the procedure's. */
  async #ask<Found extends object>(wish: CheckWish | JudgeWish): Promise<Found | Bound> {
    this.#thread ??= begun(this.#settings.threadWords, this.#bounds);
    try {
      const worker = await this.#thread;
      const found = await answered<Found>(worker, wish, this.#bounds);
      if (typeof found !== 'string') return found;
      this.#thread = undefined;
      await worker.terminate();
      return found;
    } catch (error) {
      this.#thread = undefined;
      this.#settings.log.error({ definition: wish.definition.id, error: String(error) }, 'a check of a procedure did not come to its end');
      return isOutOfMemory(error) ? 'memory' : 'failure';
    }
  }
}

type Bound = 'time' | 'memory' | 'failure';

/** What is asked, as a thread is told it, and a name by which the same question is known again. */
interface Wished {
  readonly key: string;
  readonly wish: CheckWish;
}
export function wishFor({ definition, beside, laws }: Asked): Wished {
  const others = beside.map((one) => ({ hash: definitionHash(one), definition: one }));
  const packs = packsWith(laws).map(({ id, version }) => `${id} ${version}`);
  const key = [definitionHash(definition), ...packs, ...others.map(({ hash }) => hash).toSorted()].join('\n');
  return { key, wish: { definition, laws, beside: others } };
}
const isOutOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** A thread that has read the rules. */
async function begun(threadWords: readonly string[] | undefined, { memoryMostMb }: CheckBounds): Promise<Worker> {
  const worker = new Worker(program, {
    ...(threadWords ? { execArgv: [...threadWords] } : {}),
    resourceLimits: { maxOldGenerationSizeMb: memoryMostMb },
  });
  worker.unref(); // A server that ends does not wait for it.
  await once(worker, 'message');
  worker.on('error', () => undefined); // Told to whoever waits for an answer then.
  return worker;
}

/** Its answer, or `time`. Throws if it ended over the question. */
async function answered<Found extends object>(
  worker: Worker,
  wish: CheckWish | JudgeWish,
  { timeMostMs }: CheckBounds,
): Promise<Found | 'time'> {
  const late = new AbortController();
  const bound = setTimeout(() => late.abort(), timeMostMs);
  try {
    worker.postMessage(wish);
    const [found] = await once(worker, 'message', { signal: late.signal });
    return found;
  } catch (error) {
    if (late.signal.aborted) return 'time';
    throw error;
  } finally {
    clearTimeout(bound);
  }
}

/** Every rule that concerns the procedure is open. */
const undecided = ({ kind }: Definition, packs: readonly Pack[], bound: string): readonly Checked[] =>
  packs.flatMap(({ id: pack, rules }) =>
    rules
      .filter(({ rule }) => rule.appliesTo.includes(kind) && rule.class === 'definition')
      .map(
        ({ rule, severity }): Checked => ({
          rule: rule.id,
          pack,
          ...(rule.clause === undefined ? {} : { clause: rule.clause }),
          severity,
          verdict: 'not-decided',
          failures: [],
          proof: [],
          bound,
        }),
      ),
  );
