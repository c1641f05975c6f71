import mongoose from 'mongoose';
import type { CollectionDescription } from './catalogue.ts';
import type { Engine } from './engine.ts';
import type { Filter } from './filter.ts';
import { numberPrefix } from './index-keys.ts';
import { countingPlan, narrowerPlan, type Plan, planOf } from './plan.ts';
import type { Projection } from './projection.ts';
import { SortedDocuments, type SortField } from './sort.ts';
import type { Storage } from './storage.ts';
import type { StoredDocument } from './stored-value.ts';
import { countPlaces, hasAtMost, onlyId, walk } from './walk.ts';

export interface Reading {
  readonly filter: Filter;
  readonly sort: readonly SortField[];
  readonly skip: number;
  /** 0 is all. */
  readonly limit: number;
  readonly projection?: Projection | undefined;
}

export interface Found {
  readonly id: Buffer;
  readonly document: StoredDocument;
}

const batchMost = 100;
/** So many documents are sorted sooner than the right ones are found among all that come in order. */
const sortedMost = 1_000;
/** So many keys are counted of each of several plans to find the shortest. */
const probes = [16, 128, 1_024];
const turnMs = 5;

/** Documents in the order asked for, in batches. Between two pieces of work the process may serve others. */
export async function* readBatches(engine: Engine, name: string, reading: Reading): AsyncGenerator<StoredDocument[]> {
  const { counters } = engine;
  const finish = (documents: StoredDocument[]): StoredDocument[] => {
    counters.returned += documents.length;
    const { projection } = reading;
    return projection ? documents.map((document) => projection(document)) : documents;
  };
  const opened = open(engine, name, reading.filter, reading.sort);
  if (!opened) return;
  const { collection, plan } = opened;
  const most = reading.limit > 0 ? reading.skip + reading.limit : Number.POSITIVE_INFINITY;
  const sorted = plan.sorted ? undefined : new SortedDocuments(reading.sort, most);
  const turn = new Turn();
  let passed = 0;
  let batch: StoredDocument[] = [];
  for (const found of candidates(engine, collection, plan, reading.filter)) {
    if (turn.isOver()) await turn.next();
    if (!found) continue;
    if (sorted) {
      sorted.add(found.document);
      continue;
    }
    passed += 1;
    if (passed > reading.skip) batch.push(found.document);
    if (passed >= most) break;
    if (batch.length >= batchMost) {
      yield finish(batch);
      batch = [];
    }
  }
  if (sorted) batch = sorted.documents().slice(reading.skip);
  if (batch.length > 0) yield finish(batch);
}

/** The first document in the order asked for, or null. One that is named by its id is fetched without any search. */
export async function readFirst(engine: Engine, name: string, reading: Omit<Reading, 'limit'>): Promise<StoredDocument | null> {
  const { counters } = engine;
  const { filter, skip, projection } = reading;
  const collection = engine.catalogue.collection(name);
  const id = collection && skip === 0 ? namedId(engine, name, filter) : undefined;
  if (collection && id) {
    counters.queries += 1;
    const document = readDocument(engine, collection, id);
    if (!document) return null;
    counters.examined += 1;
    if (!filter.matches(document)) return null;
    counters.returned += 1;
    return projection ? projection(document) : document;
  }
  for await (const [first] of readBatches(engine, name, { ...reading, limit: 1 })) return first ?? null;
  return null;
}

/** How many match, up to a limit (0 is none). Where an index alone can tell, no document is read. */
export async function countMatches(
  engine: Engine,
  name: string,
  { filter, skip, limit }: Pick<Reading, 'filter' | 'skip' | 'limit'>,
): Promise<number> {
  const collection = engine.catalogue.collection(name);
  const plan = collection && countingPlan(collection, filter);
  if (!plan) {
    let count = 0;
    for await (const batch of readBatches(engine, name, { filter, sort: [], skip, limit })) count += batch.length;
    return count;
  }
  engine.counters.queries += 1;
  const turn = new Turn();
  let count = 0;
  for (const piece of countPlaces(engine.storage, plan, limit > 0 ? skip + limit : Number.POSITIVE_INFINITY)) {
    count += piece;
    if (turn.isOver()) await turn.next();
  }
  return Math.max(0, count - skip);
}

/** The ids of all that match, before anything is changed: a document that moves in an index is met once. */
export async function matchingIds(engine: Engine, name: string, filter: Filter): Promise<Buffer[]> {
  const opened = open(engine, name, filter, []);
  const ids: Buffer[] = [];
  if (!opened) return ids;
  const turn = new Turn();
  for (const found of candidates(engine, opened.collection, opened.plan, filter)) {
    if (turn.isOver()) await turn.next();
    if (found) ids.push(found.id);
  }
  return ids;
}

/** The first that matches, by the given order. */
export async function firstMatch(engine: Engine, name: string, filter: Filter, sort: readonly SortField[]): Promise<Found | undefined> {
  const opened = open(engine, name, filter, sort);
  if (!opened) return undefined;
  const turn = new Turn();
  const sorted = opened.plan.sorted ? undefined : new SortedDocuments(sort, 1);
  const ids = new Map<StoredDocument, Buffer>();
  for (const found of candidates(engine, opened.collection, opened.plan, filter)) {
    if (turn.isOver()) await turn.next();
    if (!found) continue;
    if (!sorted) return found;
    sorted.add(found.document);
    ids.set(found.document, found.id);
  }
  const document = sorted?.documents()[0];
  const id = document && ids.get(document);
  return document && id ? { id, document } : undefined;
}

/** The one document that an `_id` names, without any search; undefined when the filter does not name one. */
export function namedId(engine: Engine, name: string, filter: Filter): Buffer | undefined {
  return onlyId(planOf(engine.catalogue.collection(name) ?? notThereYet, filter, []));
}

const notThereYet: CollectionDescription = { name: '', number: 0, prefix: numberPrefix(0), indexes: [] };

export function readDocument(engine: Engine, collection: CollectionDescription, id: Buffer): StoredDocument | undefined {
  const bytes = engine.storage.documents.getBinary(Buffer.concat([collection.prefix, id]));
  return bytes && mongoose.mongo.BSON.deserialize(bytes);
}

function open(
  engine: Engine,
  name: string,
  filter: Filter,
  sort: readonly SortField[],
): { collection: CollectionDescription; plan: Plan } | undefined {
  engine.counters.queries += 1;
  const collection = engine.catalogue.collection(name);
  if (!collection) return undefined;
  const ordered = planOf(collection, filter, sort);
  const narrow = sort.length > 0 ? narrowerPlan(collection, filter, ordered) : undefined;
  const plan = narrow && hasAtMost(engine.storage, narrow, sortedMost) ? narrow : shortest(engine.storage, ordered);
  if (plan.scan) engine.counters.scans += 1;
  return { collection, plan };
}

/** Of plans that narrow as far, one with few places. One that comes in order may end when it has enough: it gives way to a really short one only. */
function shortest(storage: Storage, plan: Plan): Plan {
  if (plan.rivals.length === 0) return plan;
  const all = [plan, ...plan.rivals.map((rival) => ({ ...rival, sorted: false }))];
  for (const most of plan.sorted ? probes.slice(0, 2) : probes) {
    const short = all.find((one) => hasAtMost(storage, one, most));
    if (short) return short;
  }
  return plan;
}

/** Every place of the plan: the document if it matches, else undefined, so that whoever asks can rest on the way. */
function* candidates(engine: Engine, collection: CollectionDescription, plan: Plan, filter: Filter): Generator<Found | undefined> {
  for (const place of walk(engine.storage, plan)) {
    const document = place.bytes ? mongoose.mongo.BSON.deserialize(place.bytes) : readDocument(engine, collection, place.id);
    if (!document) continue; // It went between two pieces.
    engine.counters.examined += 1;
    yield filter.matches(document) ? { id: place.id, document } : undefined;
  }
}

/** A few milliseconds of work, then a rest in which the event loop turns. */
export class Turn {
  #endsAt = performance.now() + turnMs;

  isOver(): boolean {
    return performance.now() > this.#endsAt;
  }

  async next(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#endsAt = performance.now() + turnMs;
  }
}
