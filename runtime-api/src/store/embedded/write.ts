import mongoose from 'mongoose';
import type { CollectionDescription } from './catalogue.ts';
import type { Engine } from './engine.ts';
import type { Filter } from './filter.ts';
import { idKey, indexEntries } from './index-keys.ts';
import { moveEntries, movesOf, note } from './index-moves.ts';
import { firstMatch, matchingIds, namedId, readDocument, Turn } from './read.ts';
import { serverError } from './server-error.ts';
import type { SortField } from './sort.ts';
import { fieldOf, isDocument, type StoredDocument, type StoredValue, setField, storedValue } from './stored-value.ts';
import type { Update } from './update.ts';

const { BSON, ObjectId } = mongoose.mongo;

export interface Change {
  readonly matched: number;
  readonly modified: number;
  readonly before?: StoredDocument;
  readonly after?: StoredDocument;
  readonly upsertedId?: StoredValue;
}

const nothing: Change = { matched: 0, modified: 0 };
const documentBytesMax = 16 * 1024 * 1024;
const perTransaction = 100;
const attemptsMax = 20;

/** Acknowledged when the disk has it. Throws 11000 if the `_id` is taken. The document is the store's own copy. */
export async function insert(engine: Engine, name: string, document: StoredDocument): Promise<void> {
  let sequence = 0;
  await commit(
    engine,
    () => {
      sequence = insertNow(engine, name, document);
    },
    () => sequence,
  );
}

/** At once as far as one transaction goes; `failed` is called for each that is refused and says whether to go on. */
export async function insertAll(
  engine: Engine,
  name: string,
  documents: readonly StoredDocument[],
  failed: (at: number, error: unknown) => boolean,
): Promise<void> {
  let goOn = true;
  for (let from = 0; from < documents.length && goOn; from += perTransaction) {
    let sequence = 0;
    await commit(
      engine,
      () => {
        for (const [at, document] of documents.slice(from, from + perTransaction).entries()) {
          try {
            sequence = insertNow(engine, name, document);
          } catch (error) {
            goOn = failed(from + at, error);
            if (!goOn) return;
          }
        }
      },
      () => sequence,
    );
  }
}

/**
 * Changes the first match, or inserts what the filter and the update make when `upsert` is set and there is none.
 * Found outside, decided and written inside the transaction: when somebody was faster the search begins again.
 */
export async function changeOne(
  engine: Engine,
  name: string,
  request: {
    readonly filter: Filter;
    readonly update: Update;
    readonly sort: readonly SortField[];
    readonly upsert: boolean;
    readonly images: boolean;
  },
): Promise<Change> {
  const { filter, update, sort, upsert, images } = request;
  const named = namedId(engine, name, filter);
  if (named) engine.counters.queries += 1;
  for (let attempt = 1; attempt <= attemptsMax; attempt++) {
    const id = named ?? (await firstMatch(engine, name, filter, sort))?.id;
    if (!id && !upsert) return nothing;
    let sequence = 0;
    const change = await commit(
      engine,
      () => {
        const changed = id && changeNow(engine, engine.catalogue.made(name), { id, filter, update, images });
        if (changed) return changed;
        if (!upsert || (id && !named)) return undefined;
        const made = upserted(filter, update);
        sequence = insertNow(engine, name, made);
        return { matched: 0, modified: 0, after: made, upsertedId: fieldOf(made, '_id') ?? null };
      },
      () => sequence,
    );
    if (change) return change;
    if (named) return nothing;
  }
  throw serverError(112, 'The document was changed by others each time it was found');
}

/** All that match when it begins; each is matched again when its turn comes. */
export async function changeAll(
  engine: Engine,
  name: string,
  request: { readonly filter: Filter; readonly update: Update },
): Promise<Change> {
  let matched = 0;
  let modified = 0;
  await eachById(engine, name, request.filter, (collection, id) => {
    const changed = changeNow(engine, collection, { ...request, id, images: false });
    matched += changed?.matched ?? 0;
    modified += changed?.modified ?? 0;
  });
  return { matched, modified };
}

export async function deleteOne(engine: Engine, name: string, filter: Filter): Promise<number> {
  const named = namedId(engine, name, filter);
  for (let attempt = 1; attempt <= attemptsMax; attempt++) {
    const id = named ?? (await firstMatch(engine, name, filter, []))?.id;
    if (!id) return 0;
    const gone = await commit(engine, () => deleteNow(engine, engine.catalogue.made(name), id, filter));
    if (gone || named) return gone ? 1 : 0;
  }
  throw serverError(112, 'The document was changed by others each time it was found');
}

export async function deleteAll(engine: Engine, name: string, filter: Filter): Promise<number> {
  let gone = 0;
  await eachById(engine, name, filter, (collection, id) => {
    if (deleteNow(engine, collection, id, filter)) gone += 1;
  });
  return gone;
}

/** Puts the entries of one more index for documents that are already there. Others may write meanwhile. */
export async function fillIndex(engine: Engine, name: string, indexName: string, all: Filter): Promise<void> {
  await eachById(engine, name, all, (collection, id) => {
    const index = collection.indexes.find((one) => one.name === indexName);
    const document = readDocument(engine, collection, id);
    if (!index || !document) return;
    const entries = indexEntries(index, document, id);
    note(engine, name, index, entries);
    for (const key of entries.keys) engine.storage.entries.put(key, id);
  });
}

async function eachById(
  engine: Engine,
  name: string,
  filter: Filter,
  act: (collection: CollectionDescription, id: Buffer) => void,
): Promise<void> {
  const ids = await matchingIds(engine, name, filter);
  const turn = new Turn();
  for (let from = 0; from < ids.length; from += perTransaction) {
    await commit(engine, () => {
      for (const id of ids.slice(from, from + perTransaction)) act(engine.catalogue.made(name), id);
    });
    if (turn.isOver()) await turn.next();
  }
}

/** Runs the action in a transaction of the file; resolves when the disk has it. `sequence`: of its last insert. */
export async function commit<T>(engine: Engine, act: () => T, sequence: () => number = () => 0): Promise<T> {
  engine.counters.writes += 1;
  try {
    const result = await engine.storage.write(act);
    engine.feed.release(sequence());
    return result;
  } catch (error) {
    engine.feed.drop(sequence());
    throw error;
  }
}

function insertNow(engine: Engine, name: string, document: StoredDocument): number {
  const collection = engine.catalogue.made(name);
  const id = idKey(fieldOf(document, '_id'));
  const key = Buffer.concat([collection.prefix, id]);
  if (engine.storage.documents.doesExist(key)) throw duplicate(name, document);
  const bytes = bytesOf(document);
  moveEntries(engine, name, id, movesOf(collection.indexes, id, { before: undefined, after: document }));
  engine.storage.documents.put(key, bytes);
  engine.counters.written += 1;
  return engine.feed.stage(name, document);
}

function changeNow(
  engine: Engine,
  collection: CollectionDescription,
  request: { readonly id: Buffer; readonly filter: Filter; readonly update: Update; readonly images: boolean },
): Change | undefined {
  const { id, filter, update, images } = request;
  const { storage, counters } = engine;
  const key = Buffer.concat([collection.prefix, id]);
  const old = storage.documents.getBinary(key);
  if (!old) return undefined;
  counters.examined += 1;
  const document: StoredDocument = BSON.deserialize(old);
  if (!filter.matches(document)) return undefined;

  const before = update.within.size > 0 ? BSON.deserialize(old) : { ...document };
  update.apply(document, false);
  const bytes = bytesOf(document);
  const image = images ? { before: BSON.deserialize(old), after: document } : {};
  if (bytes.equals(old)) return { matched: 1, modified: 0, ...image };
  moveEntries(engine, collection.name, id, movesOf(collection.indexes, id, { before, after: document }, update.roots));
  storage.documents.put(key, bytes);
  counters.written += 1;
  return { matched: 1, modified: 1, ...image };
}

function deleteNow(engine: Engine, collection: CollectionDescription, id: Buffer, filter: Filter): boolean {
  const document = readDocument(engine, collection, id);
  if (!document) return false;
  engine.counters.examined += 1;
  if (!filter.matches(document)) return false;
  for (const index of collection.indexes) {
    for (const key of indexEntries(index, document, id).keys) engine.storage.entries.remove(key);
  }
  engine.storage.documents.remove(Buffer.concat([collection.prefix, id]));
  engine.counters.written += 1;
  return true;
}

export function bytesOf(document: StoredDocument): Buffer {
  const bytes = BSON.serialize(document);
  if (bytes.length > documentBytesMax) {
    throw serverError(10334, `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and ${documentBytesMax}`);
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** What the filter says by equality, then what the update does, then an id if neither gave one. */
function upserted(filter: Filter, update: Update): StoredDocument {
  const document: StoredDocument = {};
  const [ids, others] = [
    filter.equalities.filter(({ path }) => path[0] === '_id'),
    filter.equalities.filter(({ path }) => path[0] !== '_id'),
  ];
  for (const { path, value } of [...ids, ...others]) {
    let place = document;
    for (const part of path.slice(0, -1)) {
      const known = fieldOf(place, part);
      const below: StoredDocument = isDocument(known) ? known : {};
      setField(place, part, below);
      place = below;
    }
    setField(place, path.at(-1) ?? '', storedValue(value)); // A copy: the update may change it.
  }
  update.apply(document, true);
  if (fieldOf(document, '_id') !== undefined) return document;
  return { _id: new ObjectId(), ...document };
}

function duplicate(name: string, document: StoredDocument) {
  const id = fieldOf(document, '_id');
  return serverError(11000, `E11000 duplicate key error collection: redress.${name} index: _id_ dup key: { _id: ${JSON.stringify(id)} }`, {
    index: 0,
    keyPattern: { _id: 1 },
    keyValue: { _id: id },
  });
}
