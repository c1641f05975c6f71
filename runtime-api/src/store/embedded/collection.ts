import mongoose from 'mongoose';
import { aggregateBatches } from './aggregate.ts';
import { EmbeddedCursor } from './cursor.ts';
import type { Engine } from './engine.ts';
import { fieldPath, valuesAt } from './field-path.ts';
import { readFilter } from './filter.ts';
import { createIndex, indexList } from './indexes.ts';
import { insertMany } from './insert-many.ts';
import { encodeValue } from './key-encoding.ts';
import { refuseOptions } from './options.ts';
import { readProjection } from './projection.ts';
import { countMatches, readBatches, readFirst } from './read.ts';
import { unsupported } from './server-error.ts';
import { readSort } from './sort.ts';
import { fieldOf, type StoredValue, storedDocument } from './stored-value.ts';
import { readUpdate } from './update.ts';
import { changeAll, changeOne, deleteAll, deleteOne, insert } from './write.ts';

const { ObjectId } = mongoose.mongo;

export interface Options {
  readonly sort?: unknown;
  readonly skip?: number;
  readonly limit?: number;
  readonly projection?: unknown;
  readonly upsert?: boolean;
  readonly returnDocument?: string;
  readonly includeResultMetadata?: boolean;
  readonly ordered?: boolean;
  readonly [other: string]: unknown;
}

/** The dialect as `mongodb.Collection` has it. What is not here is refused by its name. */
export class EmbeddedCollection {
  readonly collectionName: string;
  readonly #engine: Engine;

  constructor(engine: Engine, name: string) {
    this.#engine = engine;
    this.collectionName = name;
  }

  get namespace(): string {
    return `redress.${this.collectionName}`;
  }

  find(filter: unknown, options: Options = {}): EmbeddedCursor {
    refuseOptions(options);
    const read = readFilter(filter);
    return new EmbeddedCursor(
      (shape) =>
        readBatches(this.#engine, this.collectionName, {
          filter: read,
          sort: readSort(shape.sort),
          skip: shape.skip ?? 0,
          limit: Math.abs(shape.limit ?? 0),
          projection: readProjection(shape.projection),
        }),
      {
        sort: options.sort,
        projection: options.projection,
        ...(options.skip === undefined ? {} : { skip: options.skip }),
        ...(options.limit === undefined ? {} : { limit: options.limit }),
      },
    );
  }

  async findOne(filter: unknown, options: Options = {}): Promise<unknown> {
    refuseOptions(options);
    return readFirst(this.#engine, this.collectionName, {
      filter: readFilter(filter),
      sort: readSort(options.sort),
      skip: options.skip ?? 0,
      projection: readProjection(options.projection),
    });
  }

  async countDocuments(filter: unknown, options: Options = {}): Promise<number> {
    refuseOptions(options);
    return countMatches(this.#engine, this.collectionName, {
      filter: readFilter(filter),
      skip: options.skip ?? 0,
      limit: options.limit ?? 0,
    });
  }

  async distinct(name: string, filter: unknown, options: Options = {}): Promise<unknown[]> {
    refuseOptions(options);
    const path = fieldPath(name);
    const found = new Map<string, StoredValue>();
    for await (const batch of readBatches(this.#engine, this.collectionName, { filter: readFilter(filter), sort: [], skip: 0, limit: 0 })) {
      for (const document of batch) {
        for (const value of valuesAt(document, path)) if (value !== undefined) found.set(encodeValue(value).toString('latin1'), value);
      }
    }
    return [...found.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value);
  }

  aggregate(pipeline: unknown, options: Options = {}): EmbeddedCursor {
    refuseOptions(options);
    return new EmbeddedCursor(() => aggregateBatches(this.#engine, this.collectionName, pipeline), {});
  }

  async insertOne(given: object, options: Options = {}): Promise<unknown> {
    refuseOptions(options);
    const document = withId(given);
    await insert(this.#engine, this.collectionName, document);
    return { acknowledged: true, insertedId: fieldOf(document, '_id') };
  }

  async insertMany(given: readonly object[], options: Options = {}): Promise<unknown> {
    refuseOptions(options);
    return insertMany(this.#engine, this.collectionName, given.map(withId), options.ordered !== false);
  }

  async updateOne(filter: unknown, update: unknown, options: Options = {}): Promise<unknown> {
    refuseOptions(options);
    return changed(await changeOne(this.#engine, this.collectionName, readChange(filter, update, options)));
  }

  async updateMany(filter: unknown, update: unknown, options: Options = {}): Promise<unknown> {
    refuseOptions(options);
    const request = readChange(filter, update, options);
    const all = await changeAll(this.#engine, this.collectionName, request);
    if (all.matched > 0 || !request.upsert) return changed(all);
    return changed(await changeOne(this.#engine, this.collectionName, request));
  }

  async findOneAndUpdate(filter: unknown, update: unknown, options: Options = {}): Promise<unknown> {
    refuseOptions(options);
    const change = await changeOne(this.#engine, this.collectionName, { ...readChange(filter, update, options), images: true });
    const whole = options.returnDocument === 'after' ? change.after : change.before;
    const project = readProjection(options.projection);
    const value = whole && project ? project(whole) : (whole ?? null);
    if (!options.includeResultMetadata) return value;
    const upserted = change.upsertedId === undefined ? {} : { upserted: change.upsertedId };
    return { value, ok: 1, lastErrorObject: { n: change.after ? 1 : 0, updatedExisting: change.matched > 0, ...upserted } };
  }

  async deleteOne(filter: unknown, options: Options = {}): Promise<unknown> {
    refuseOptions(options);
    return { acknowledged: true, deletedCount: await deleteOne(this.#engine, this.collectionName, readFilter(filter)) };
  }

  async deleteMany(filter: unknown, options: Options = {}): Promise<unknown> {
    refuseOptions(options);
    return { acknowledged: true, deletedCount: await deleteAll(this.#engine, this.collectionName, readFilter(filter)) };
  }

  createIndex(keys: unknown, options: Options = {}): Promise<string> {
    return createIndex(this.#engine, this.collectionName, keys, options);
  }

  async createIndexes(specifications: readonly { readonly key: unknown; readonly [option: string]: unknown }[]): Promise<string[]> {
    const names: string[] = [];
    for (const { key, ...options } of specifications) names.push(await this.createIndex(key, options));
    return names;
  }

  listIndexes(): EmbeddedCursor {
    const { collectionName } = this;
    const engine = this.#engine;
    return new EmbeddedCursor(async function* () {
      yield indexList(engine, collectionName);
    }, {});
  }

  indexes(): Promise<unknown[]> {
    return this.listIndexes().toArray();
  }
}

/** All that `mongodb.Collection` can and the dialect leaves out says so, instead of being missing. */
for (const method of Object.getOwnPropertyNames(mongoose.mongo.Collection.prototype)) {
  if (method in EmbeddedCollection.prototype) continue;
  Object.defineProperty(EmbeddedCollection.prototype, method, {
    value: () => {
      throw unsupported(`The operation '${method}'`);
    },
  });
}

/** As the driver of MongoDB does, the id is put on the caller's document too. */
function withId(given: object) {
  if (!('_id' in given) || given._id === undefined) Object.assign(given, { _id: new ObjectId() });
  const document = storedDocument(given);
  const { _id, ...fields } = document;
  return { _id: _id ?? null, ...fields };
}

function readChange(filter: unknown, update: unknown, options: Options) {
  return {
    filter: readFilter(filter),
    update: readUpdate(update),
    sort: readSort(options.sort),
    upsert: options.upsert === true,
    images: false,
  };
}

function changed(change: { readonly matched: number; readonly modified: number; readonly upsertedId?: StoredValue }) {
  const upserted = change.upsertedId !== undefined;
  return {
    acknowledged: true,
    matchedCount: change.matched,
    modifiedCount: change.modified,
    upsertedCount: upserted ? 1 : 0,
    upsertedId: upserted ? change.upsertedId : null,
  };
}
