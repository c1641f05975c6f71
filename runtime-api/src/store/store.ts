import { join } from 'node:path';
import mongoose, { type Connection, type Model, type Schema } from 'mongoose';
import type { WriteAtOnce } from './at-once.ts';
import type { StoreStats } from './embedded/counters.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import type { OwnerHandler } from './embedded/owner-socket.ts';
import { type Models, modelsOf } from './models/models.ts';
import { StoreUnreachable } from './store-unreachable.ts';

/** Where everything is kept: a MongoDB server, or the embedded store in a folder of ours. The models are the same. */
export interface Store extends Models {
  readonly kind: 'embedded' | 'mongodb';
  /** Folder of this server: the embedded store and the letters lie in it. */
  readonly home: string;
  readonly connection: Connection;
  /** A model on this store for collections declared beside their own code (`storedSchema`); its indexes are made at once. */
  readonly model: <Stored extends { readonly _id: string }>(name: string, schema: Schema) => Promise<Model<Stored>>;
  /** The store's clock in milliseconds, where it has one of its own: skew is measured against it. */
  readonly now: () => Promise<number>;
  /** The embedded store tells of inserts of this process after their commit; elsewhere followers look themselves. */
  readonly onInsert?: (
    collection: string,
    listener: (inserted: { readonly sequence: number; readonly document: object }) => void,
  ) => () => void;
  /** Where the store has it: a case goes with what is copied out of it, instead of before it. */
  readonly atOnce?: WriteAtOnce;
  /** Queries so far and documents read for them, where the store is ours. */
  readonly stats?: () => StoreStats;
  /** Where the disk is ours: whether it did not take the last write. */
  readonly losesWrites?: () => boolean;
  /** Commands of other processes of the same user, where one process owns the folder. */
  readonly serve?: (handler: OwnerHandler) => void;
  readonly close: () => Promise<void>;
}

/** `uri` set: that MongoDB server, written with majority and journal. Else the embedded store in `home`, which one process owns at a time. */
export async function openStore(place: {
  readonly uri?: string;
  readonly home: string;
  readonly durability?: 'full' | 'relaxed';
}): Promise<Store> {
  const opened = place.uri === undefined ? await openHere(place) : await openThere(place.uri);
  const models = modelsOf(opened.connection);
  for (const model of Object.values(models) as readonly Model<unknown>[]) await model.createIndexes();
  return {
    ...models,
    kind: opened.kind,
    home: place.home,
    connection: opened.connection,
    model: async <Stored extends { readonly _id: string }>(name: string, schema: Schema) => {
      const model = opened.connection.model<Stored>(name, schema);
      await model.createIndexes();
      return model;
    },
    now: opened.now,
    ...(opened.atOnce === undefined ? {} : { atOnce: opened.atOnce }),
    ...(opened.onInsert === undefined ? {} : { onInsert: opened.onInsert }),
    ...(opened.stats === undefined ? {} : { stats: opened.stats }),
    ...(opened.losesWrites === undefined ? {} : { losesWrites: opened.losesWrites }),
    ...(opened.serve === undefined ? {} : { serve: opened.serve }),
    close: opened.close,
  };
}

type Opened = Pick<Store, 'kind' | 'connection' | 'now' | 'close' | 'atOnce' | 'onInsert' | 'stats' | 'losesWrites' | 'serve'>;

async function openThere(uri: string): Promise<Opened> {
  const connection = await mongoose
    .createConnection(uri, {
      autoIndex: false,
      autoCreate: false,
      // Said one by one: a `journal=false` of the address would win over a write concern as a whole.
      w: 'majority',
      journal: true,
      readPreference: 'primary',
      sanitizeFilter: false,
    })
    .asPromise()
    .catch((error: unknown) => {
      throw new StoreUnreachable(uri, error);
    });
  const now = async (): Promise<number> => {
    const answer: unknown = await connection.db?.admin().command({ hello: 1 });
    const local: unknown = answer !== null && typeof answer === 'object' && 'localTime' in answer ? answer.localTime : undefined;
    return local instanceof Date ? local.getTime() : Date.now();
  };
  return { kind: 'mongodb', connection, now, close: () => connection.close() };
}

async function openHere(place: { readonly home: string; readonly durability?: 'full' | 'relaxed' }): Promise<Opened> {
  const embedded = await openEmbedded(join(place.home, 'store'), {
    durability: place.durability ?? 'full',
  });
  return {
    kind: 'embedded',
    connection: embedded.connection,
    now: async () => Date.now(),
    atOnce: embedded.atOnce,
    serve: (handler) => embedded.lock.serve(handler),
    stats: () => embedded.stats(),
    losesWrites: () => embedded.losesWrites(),
    close: () => embedded.close(),
  };
}
