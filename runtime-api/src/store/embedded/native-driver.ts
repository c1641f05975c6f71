import { createRequire } from 'node:module';
import type mongoose from 'mongoose';

/** What Mongoose's own driver is made of. It has no type of its own; everything we do not change comes from it. */
interface NativeDriver {
  readonly Connection: typeof mongoose.Connection;
  readonly Collection: unknown;
  readonly BulkWriteResult: new (raw: object, ordered: boolean) => mongoose.mongo.BulkWriteResult;
}

const native: NativeDriver = createRequire(import.meta.url)('mongoose/lib/drivers/node-mongodb-native');

export const { Connection, Collection, BulkWriteResult } = native;
