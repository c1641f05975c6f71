import type { Plan, Stream } from './plan.ts';
import type { Storage } from './storage.ts';

/** What a plan comes upon: the key of a document and, where the documents themselves were read, its bytes. */
export interface Place {
  readonly id: Buffer;
  readonly bytes?: Buffer;
}

const firstChunk = 16;
const chunkMax = 512;

/**
 * The places of a plan, in its order. Reads in pieces and holds nothing open between them, so that the walker may rest while others write:
 * like MongoDB's reads, it sees each document as it is when it gets there.
 */
export function* walk(storage: Storage, plan: Plan): Generator<Place> {
  if (plan.streams.length === 1 && plan.streams[0] && !plan.repeats) {
    for (const row of rows(storage, plan.streams[0], plan.reverse)) yield row.place;
    return;
  }
  const seen = new Set<string>();
  for (const row of plan.sorted ? merged(storage, plan) : chained(storage, plan)) {
    const id = row.place.id.toString('latin1');
    if (seen.has(id)) continue;
    seen.add(id);
    yield row.place;
  }
}

/** Whether a plan has no more than so many places: keys only are counted. */
export function hasAtMost(storage: Storage, plan: Plan, most: number): boolean {
  let left = most;
  for (const { index, start, end } of plan.streams) {
    const table = index ? storage.entries : storage.documents;
    left -= table.getKeysCount({ start, end, limit: left + 1 });
    if (left < 0) return false;
  }
  return true;
}

interface Row {
  readonly key: Buffer;
  readonly order: Buffer;
  readonly place: Place;
}

function* chained(storage: Storage, plan: Plan): Generator<Row> {
  for (const stream of plan.streams) yield* rows(storage, stream, plan.reverse);
}

/** The stream whose next key comes first goes first. */
function* merged(storage: Storage, plan: Plan): Generator<Row> {
  const heads: { row: Row; rest: Generator<Row> }[] = [];
  const sign = plan.reverse ? -1 : 1;
  const insert = (head: { row: Row; rest: Generator<Row> }) => {
    let low = 0;
    let high = heads.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = heads[middle];
      if (other && Buffer.compare(other.row.order, head.row.order) * sign > 0) low = middle + 1;
      else high = middle;
    }
    heads.splice(low, 0, head);
  };
  for (const stream of plan.streams) {
    const rest = rows(storage, stream, plan.reverse);
    const first = rest.next();
    if (!first.done) insert({ row: first.value, rest });
  }
  for (let head = heads.pop(); head; head = heads.pop()) {
    yield head.row;
    const next = head.rest.next();
    if (!next.done) insert({ row: next.value, rest: head.rest });
  }
}

function* rows(storage: Storage, stream: Stream, reverse: boolean): Generator<Row> {
  const table = stream.index ? storage.entries : storage.documents;
  let { start, end } = stream;
  for (let limit = firstChunk; ; limit = Math.min(limit * 2, chunkMax)) {
    // Backwards, LMDB begins at its `start` and goes down to its `end`.
    const range = reverse
      ? {
          start: end,
          end: start,
          reverse,
          limit,
          exclusiveStart: true,
          inclusiveEnd: true,
        }
      : { start, end, limit };
    const chunk: Row[] = [];
    for (const { key, value } of table.getRange(range)) {
      const order = key.subarray(stream.fixed);
      chunk.push({
        key,
        order,
        place: stream.index ? { id: value } : { id: key.subarray(4), bytes: value },
      });
    }
    yield* chunk;
    const last = chunk.at(-1);
    if (chunk.length < limit || !last) return;
    if (reverse) end = last.key;
    else start = Buffer.concat([last.key, Buffer.from([0])]);
  }
}
