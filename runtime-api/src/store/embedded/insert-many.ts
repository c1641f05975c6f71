import mongoose from 'mongoose';
import type { Engine } from './engine.ts';
import { BulkWriteResult } from './native-driver.ts';
import { fieldOf, type StoredDocument } from './stored-value.ts';
import { insertAll } from './write.ts';

const { MongoBulkWriteError, MongoServerError } = mongoose.mongo;

/** Ordered: stops at the first that is refused. Else all are tried. The error tells which, as the driver of MongoDB does. */
export async function insertMany(engine: Engine, name: string, documents: readonly StoredDocument[], ordered: boolean): Promise<unknown> {
  const writeErrors: { index: number; code: number; errmsg: string; err: unknown; getOperation(): StoredDocument | undefined }[] = [];
  await insertAll(engine, name, documents, (at, error) => {
    if (!(error instanceof MongoServerError)) throw error;
    const operation = documents[at];
    const facts = { index: at, code: Number(error.code), errmsg: error.message };
    writeErrors.push({ ...facts, err: { ...facts, op: operation }, getOperation: () => operation });
    return !ordered;
  });
  const insertedIds = documents.map((document, index) => ({ index, _id: fieldOf(document, '_id') ?? null }));
  const [first] = writeErrors;
  if (!first) {
    return {
      acknowledged: true,
      insertedCount: documents.length,
      insertedIds: Object.fromEntries(insertedIds.map(({ index, _id }) => [index, _id])),
    };
  }
  const nInserted = ordered ? first.index : documents.length - writeErrors.length;
  const raw = {
    ok: 1,
    writeErrors,
    writeConcernErrors: [],
    insertedIds,
    nInserted,
    nUpserted: 0,
    nMatched: 0,
    nModified: 0,
    nRemoved: 0,
    upserted: [],
  };
  throw new MongoBulkWriteError({ message: first.errmsg, code: first.code, writeErrors: [] }, new BulkWriteResult(raw, ordered));
}
