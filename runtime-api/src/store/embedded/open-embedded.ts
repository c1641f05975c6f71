import { chmod, mkdir, realpath } from 'node:fs/promises';
import type mongoose from 'mongoose';
import type { WriteAtOnce } from '../at-once.ts';
import { openCatalogue } from './catalogue.ts';
import { ChangeFeed, type InsertListener } from './change-feed.ts';
import { Counters, type StoreStats } from './counters.ts';
import { connectMongoose } from './driver.ts';
import { LastWritten } from './last-written.ts';
import { type Ownership, takeFolder } from './ownership.ts';
import { type Durability, openStorage } from './storage.ts';
import { writeAtOnce } from './write-at-once.ts';

export interface EmbeddedStore {
  /** Define the models on it: `store.connection.model(name, schema)`. */
  readonly connection: mongoose.Connection;
  readonly atOnce: WriteAtOnce;
  /** Commands from other processes come here: `lock.serve(handler)`; they send them by `askOwner(folder, request)`. */
  readonly lock: Pick<Ownership, 'serve'>;
  stats(): StoreStats;
  /** Hears of inserts of this process after their commit. Returns the way to stop. */
  onInsert(collection: string, listener: InsertListener): () => void;
  /** Whether the disk did not take the last write: full, or broken. What is there can be read all the same. */
  losesWrites(): boolean;
  /** Waits for writes on their way, then gives the folder free. */
  close(): Promise<void>;
}

/**
 * Opens the store in a folder, which is made if needed and readable by its owner only (0700).
 * Refused: a folder that another process has open (`StoreInUse`).
 */
export async function openEmbedded(folder: string, options: { readonly durability?: Durability } = {}): Promise<EmbeddedStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const home = await realpath(folder);
  const ownership = await takeFolder(home);
  try {
    const storage = openStorage(home, options.durability ?? 'full', () => catalogue.reload());
    const catalogue = openCatalogue(storage);
    const engine = { storage, catalogue, feed: new ChangeFeed(), counters: new Counters(), lastWritten: new LastWritten() };
    const connection = await connectMongoose(engine);
    return {
      connection,
      atOnce: (together) => writeAtOnce(engine, together),
      lock: ownership,
      stats: () => engine.counters.reading(),
      onInsert: (collection, listener) => engine.feed.onInsert(collection, listener),
      losesWrites: () => storage.losesWrites(),
      async close() {
        await connection.close();
        await storage.close();
        await ownership.release();
      },
    };
  } catch (error) {
    await ownership.release();
    throw error;
  }
}
