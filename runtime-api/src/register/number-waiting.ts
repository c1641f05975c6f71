import { insertNew } from '../store/insert-new.ts';
import type { CounterDocument, NumberTaken, RegisterDocument } from '../store/models/register.ts';
import { ownRows } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { numberText } from './number-pattern.ts';

interface Series {
  readonly organisation: string;
  readonly series: string;
  readonly pattern: string;
  readonly year: string;
}
export interface Waiting {
  readonly caseId: string;
  /** When the case was entered, UTC ISO. */
  readonly at: string;
}

/**
 * Numbers for these cases, the same however often they are asked for. Without gaps: the counter names the cases that took the last numbers, and
 * whoever comes next writes their register rows before taking its own. So every number up to the counter has a row, or its case is still there to write it.
 */
export async function numberWaiting(of: Series, waiting: readonly Waiting[], store: Store): Promise<ReadonlyMap<string, string>> {
  const { organisation } = of;
  const _id = `${organisation}:${of.series}`;
  for (;;) {
    const counter = await store.counters.findOne({ organisation, _id }).lean<CounterDocument>();
    if (counter !== null) await completeRows(of, counter, store);
    // Read after the counter: whatever the counter counts has its row by now.
    const known = await store.register
      .find({ organisation, caseId: { $in: waiting.map(({ caseId }) => caseId) } }, { caseId: 1, number: 1 })
      .lean<Pick<RegisterDocument, 'caseId' | 'number'>[]>();
    const numbers = new Map(known.map(({ caseId, number }) => [caseId, number]));
    const last = counter?.last ?? 0;
    const without = waiting.filter(({ caseId }, at) => !numbers.has(caseId) && waiting.findIndex((one) => one.caseId === caseId) === at);
    if (without.length === 0) return numbers;
    const taken = without.map(({ caseId, at }, n): NumberTaken => {
      return { n: last + n + 1, number: numberText(of.pattern, { year: of.year, n: last + n + 1 }), caseId, at };
    });
    const next: CounterDocument = { _id, organisation, last: last + taken.length, taken };
    if (!(await moved(counter, next, store))) continue;
    await writeRows(of, taken, store);
    for (const { caseId, number } of taken) numbers.set(caseId, number);
    return numbers;
  }
}

async function moved(from: CounterDocument | null, to: CounterDocument, store: Store): Promise<boolean> {
  if (from === null) return insertNew(() => store.counters.insertMany([to], ownRows));
  const { _id, organisation, last, taken } = to;
  const answer = await store.counters.updateOne({ organisation, _id, last: from.last }, { $set: { last, taken } });
  return answer.matchedCount === 1;
}

/** Whoever took the last numbers nearly always wrote their rows too: looking is cheaper than writing them again. */
async function completeRows(of: Series, counter: CounterDocument, store: Store): Promise<void> {
  const there = await store.register
    .find({ organisation: of.organisation, _id: { $in: counter.taken.map((taken) => rowId(of, taken)) } }, { _id: 1 })
    .lean<{ readonly _id: string }[]>();
  const known = new Set(there.map(({ _id }) => _id));
  const missing = counter.taken.filter((taken) => !known.has(rowId(of, taken)));
  if (missing.length > 0) await writeRows(of, missing, store);
}

const rowId = (of: Series, { n }: NumberTaken): string => `${of.organisation}:${of.series}:${n}`;

/** The register row is the number: its `_id` can be there once. */
async function writeRows(of: Series, taken: readonly NumberTaken[], store: Store): Promise<void> {
  const { organisation, series } = of;
  const rows = taken.map((one): RegisterDocument => ({ _id: rowId(of, one), organisation, series, ...one }));
  await insertNew(() => store.register.insertMany(rows, ownRows));
}
