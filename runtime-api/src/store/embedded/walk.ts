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
  const only = onlyId(plan);
  if (only) {
    yield { id: only };
    return;
  }
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

/** The id that a filter names: its place is known without looking, a document may be there or not. */
export const onlyId = (plan: Plan): Buffer | undefined => (plan.one ? plan.streams[0]?.start.subarray(4) : undefined);

/** Whether a plan has no more than so many places: keys only are counted. */
export function hasAtMost(storage: Storage, plan: Plan, most: number): boolean {
  let left = most;
  for (const piece of countPlaces(storage, plan, most + 1)) left -= piece;
  return left >= 0;
}

const countedMax = 10_000;

/** How many places a plan has, up to so many: told piece by piece, so that whoever counts may rest on the way. */
export function* countPlaces(storage: Storage, plan: Plan, most: number): Generator<number> {
  let left = most;
  for (const { index, start, end } of plan.streams) {
    const table = index ? storage.entries : storage.documents;
    for (let from = start; left > 0; ) {
      // LMDB counts whatever there is, a `limit` or not: so it is first asked for the key at which this piece would end.
      const wanted = Math.min(countedMax, left);
      const [last] = [...table.getKeys({ start: from, end, offset: wanted - 1, limit: 1 })];
      const piece = last ? wanted : table.getKeysCount({ start: from, end });
      left -= piece;
      yield piece;
      if (!last) break;
      from = Buffer.concat([last, Buffer.from([0])]);
    }
  }
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
