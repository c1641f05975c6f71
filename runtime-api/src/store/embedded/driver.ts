import mongoose from 'mongoose';
import { EmbeddedCollection } from './collection.ts';
import { EmbeddedCursor } from './cursor.ts';
import type { Engine } from './engine.ts';
import * as native from './native-driver.ts';
import { serverError, unsupported } from './server-error.ts';

const scheme = 'redress-embedded:';
const clients = new Map<string, EmbeddedClient>();
let opened = 0;

/** Gives Mongoose a connection to an open store. Real servers go on as before: only addresses of our scheme come here. */
export async function connectMongoose(engine: Engine): Promise<mongoose.Connection> {
  mongoose.setDriver(embeddedDriver); // On the default instance only; does nothing the second time.
  opened += 1;
  const address = `${scheme}//${opened}`;
  clients.set(address, new EmbeddedClient(engine));
  try {
    return await mongoose.createConnection(address).asPromise();
  } finally {
    clients.delete(address);
  }
}

class EmbeddedConnection extends native.Connection {
  declare onOpen: () => void;

  /** Called by Mongoose; for other addresses its own does the work. */
  async createClient(address: string, options: unknown): Promise<unknown> {
    const client = clients.get(address);
    if (!client) {
      if (address.startsWith(scheme)) throw new Error('This embedded store is not open');
      const createNative: (address: string, options: unknown) => Promise<unknown> = Reflect.get(
        native.Connection.prototype,
        'createClient',
      );
      return createNative.call(this, address, options);
    }
    const db = client.db();
    Object.assign(this, { _connectionString: address, client, db, name: db.databaseName, host: 'embedded', port: 0 });
    this.onOpen();
    for (const collection of Object.values(this.collections)) {
      const open: unknown = Reflect.get(collection, 'onOpen');
      if (typeof open === 'function') open.call(collection);
    }
    return this;
  }
}

const embeddedDriver = { Connection: EmbeddedConnection, Collection: native.Collection, BulkWriteResult: native.BulkWriteResult };

/** As much of `MongoClient` as Mongoose's connection touches. */
class EmbeddedClient {
  readonly s = { options: { hosts: [] } };
  readonly #db: EmbeddedDb;

  constructor(engine: Engine) {
    this.#db = new EmbeddedDb(engine);
  }

  db(name?: string): EmbeddedDb {
    if (name !== undefined && name !== this.#db.databaseName) throw unsupported('A second database');
    return this.#db;
  }

  startSession(): never {
    throw unsupported('A session');
  }

  withSession(): never {
    throw unsupported('A session');
  }

  bulkWrite(): never {
    throw unsupported("The operation 'bulkWrite'");
  }

  on(): this {
    return this;
  }

  setMaxListeners(): this {
    return this;
  }

  /** The store is closed by whoever opened it. */
  async close(): Promise<void> {}
}

class EmbeddedDb {
  readonly databaseName = 'redress';
  readonly #engine: Engine;
  readonly #collections = new Map<string, EmbeddedCollection>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  collection(name: string): EmbeddedCollection {
    const known = this.#collections.get(name) ?? new EmbeddedCollection(this.#engine, name);
    this.#collections.set(name, known);
    return known;
  }

  async createCollection(name: string, options: Readonly<Record<string, unknown>> = {}): Promise<EmbeddedCollection> {
    for (const option of ['capped', 'timeseries', 'validator', 'collation', 'viewOn', 'clusteredIndex', 'expireAfterSeconds']) {
      if (options[option]) throw unsupported(`The collection option '${option}'`);
    }
    if (this.#engine.catalogue.collection(name)) throw serverError(48, `Collection redress.${name} already exists.`);
    await this.#engine.storage.write(() => this.#engine.catalogue.made(name));
    return this.collection(name);
  }

  listCollections(): EmbeddedCursor {
    const names = this.#engine.catalogue.names();
    return new EmbeddedCursor(async function* () {
      yield names.map((name) => ({ name, type: 'collection' }));
    }, {});
  }

  /** `ping` and `hello`, for those who ask whether the store is there and what time it has. */
  async command(command: Readonly<Record<string, unknown>>): Promise<unknown> {
    const [name] = Object.keys(command);
    if (name === 'ping') return { ok: 1 };
    if (name === 'hello') return { ok: 1, isWritablePrimary: true, localTime: new Date(), maxWireVersion: 0 };
    throw unsupported(`The command '${name}'`);
  }

  admin() {
    return { ping: () => this.command({ ping: 1 }), command: (command: Readonly<Record<string, unknown>>) => this.command(command) };
  }

  watch(): never {
    throw unsupported('A change stream');
  }

  aggregate(): never {
    throw unsupported('An aggregation of the database');
  }

  dropDatabase(): never {
    throw unsupported("The operation 'dropDatabase'");
  }

  dropCollection(): never {
    throw unsupported("The operation 'dropCollection'");
  }
}
