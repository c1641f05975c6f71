import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { type Collection, type Connection } from 'mongoose';
import { openEmbedded } from '../../../runtime-api/src/store/embedded/open-embedded.ts';

/** One store, empty, that the cases may fill; the same cases run on each kind. */
export interface StoreUnderTest {
  readonly kind: 'embedded' | 'server';
  readonly connection: Connection;
  /** A collection that no other case uses. */
  fresh(): Collection;
  close(): Promise<void>;
}

export async function openEmbeddedUnderTest(): Promise<StoreUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'redress-store-'));
  const store = await openEmbedded(folder);
  return {
    kind: 'embedded',
    connection: store.connection,
    fresh: freshIn(store.connection),
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** A database of its own on a server, dropped at the end. */
export async function openServerUnderTest(uri: string): Promise<StoreUnderTest> {
  const dbName = `redress-contract-${process.pid}-${Date.now()}`;
  const connection = await mongoose.createConnection(uri, { dbName, writeConcern: { w: 'majority' } }).asPromise();
  return {
    kind: 'server',
    connection,
    fresh: freshIn(connection),
    close: async () => {
      await connection.dropDatabase();
      await connection.close();
    },
  };
}

function freshIn(connection: Connection): () => Collection {
  let made = 0;
  return () => {
    made += 1;
    return connection.collection(`rows${made}`);
  };
}
