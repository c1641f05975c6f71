import mongoose from 'mongoose';
import type { Engine } from './engine.ts';
import { errorCode } from './error-code.ts';
import { BulkWriteResult } from './native-driver.ts';
import { fieldOf, type StoredDocument } from './stored-value.ts';
import { insertAll } from './write.ts';

const { MongoBulkWriteError, MongoServerError } = mongoose.mongo;

/** Ordered: stops at the first that is refused. Else all are tried. The error tells which, as the driver of MongoDB does. */
export async function insertMany(engine: Engine, name: string, documents: readonly StoredDocument[], ordered: boolean): Promise<unknown> {
  const writeErrors: RefusedInsert[] = [];
  await insertAll(engine, name, documents, (index, error) => {
    if (!(error instanceof MongoServerError)) throw error;
    writeErrors.push(
      new RefusedInsert({ index, code: Number(errorCode(error)), errmsg: error.message, errInfo: {}, op: documents[index] ?? {} }),
    );
    return !ordered;
  });
  const insertedIds = documents.map((document, index) => ({ index, _id: fieldOf(document, '_id') ?? null }));
  const [first] = writeErrors;
  if (!first) {
    const byRow = Object.fromEntries(insertedIds.map(({ index, _id }) => [index, _id]));
    return { acknowledged: true, insertedCount: documents.length, insertedIds: byRow };
  }
  const nInserted = ordered ? first.index : documents.length - writeErrors.length;
  const counts = { nInserted, nUpserted: 0, nMatched: 0, nModified: 0, nRemoved: 0, upserted: [] };
  const raw = { ok: 1, writeErrors, writeConcernErrors: [], insertedIds, ...counts };
  throw new MongoBulkWriteError({ message: first.errmsg, code: first.code, writeErrors }, new BulkWriteResult(raw, ordered));
}

/** One row that was refused, in the shape of the driver's `WriteError`, which it keeps to itself. */
class RefusedInsert {
  err: mongoose.mongo.BulkWriteOperationError;

  constructor(err: mongoose.mongo.BulkWriteOperationError) {
    this.err = err;
  }

  get code(): number {
    return this.err.code;
  }

  get index(): number {
    return this.err.index;
  }

  get errmsg(): string {
    return this.err.errmsg;
  }

  get errInfo(): mongoose.mongo.BulkWriteOperationError['errInfo'] {
    return this.err.errInfo;
  }

  getOperation(): mongoose.mongo.BulkWriteOperationError['op'] {
    return this.err.op;
  }

  toJSON(): { code: number; index: number; errmsg: string; op: mongoose.mongo.BulkWriteOperationError['op'] } {
    const { code, index, errmsg, op } = this.err;
    return { code, index, errmsg, op };
  }

  toString(): string {
    return `WriteError(${JSON.stringify(this)})`;
  }
}
