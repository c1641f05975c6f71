import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import type { Store } from '../../runtime-api/dist/store/store.js';
import { organisation } from './bench-office.ts';
import { median } from './figures.ts';

/** What a window of time brought. */
export interface Window {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly cpuMs: number;
}

/** Text that no store can make smaller. */
export const randomText = (bytes: number): string =>
  randomBytes(Math.ceil(bytes * 0.75))
    .toString('base64')
    .slice(0, bytes);

const documents = 512;

/** The bare limit of a store: compare-and-set of `{ _id, revision }` with a whole new text, past the models. Each client has documents of its own. */
export class RawStore {
  readonly #collection;
  readonly #revisions: number[] = Array(documents).fill(0);
  readonly #texts: readonly string[];
  readonly #name: string;

  constructor(store: Store, bytes: number) {
    this.#name = `raw-${bytes}`;
    this.#collection = store.connection.collection<{ _id: string; revision: number; text: string }>('raw');
    this.#texts = Array.from({ length: 64 }, () => randomText(bytes));
  }

  async prepare(): Promise<void> {
    const rows = this.#revisions.map((revision, n) => ({ _id: this.#id(n), revision, text: this.#text(n) }));
    await this.#collection.insertMany(rows);
  }

  async run(inFlight: number, ms: number): Promise<Window> {
    const until = performance.now() + ms;
    const latencies: number[] = [];
    const [from, cpu] = [performance.now(), process.cpuUsage()];
    await Promise.all(Array.from({ length: inFlight }, (_, client) => this.#client(client, inFlight, until, latencies)));
    const { user, system } = process.cpuUsage(cpu);
    const done = latencies.length;
    return { perSecond: (done / (performance.now() - from)) * 1000, p50Ms: median(latencies), cpuMs: (user + system) / 1000 / done };
  }

  async #client(client: number, clients: number, until: number, latencies: number[]): Promise<void> {
    for (let n = client; performance.now() < until; n = (n + clients) % documents) {
      const revision = this.#revisions[n] ?? 0;
      const from = performance.now();
      const change = { $set: { revision: revision + 1, text: this.#text(n + revision) } };
      const answer = await this.#collection.updateOne({ _id: this.#id(n), revision }, change);
      if (answer.matchedCount !== 1) throw new Error('A compare-and-set of its own document was lost');
      latencies.push(performance.now() - from);
      this.#revisions[n] = revision + 1;
    }
  }

  readonly #id = (n: number): string => `${this.#name}-${n}`;
  readonly #text = (n: number): string => this.#texts[n % this.#texts.length] ?? '';
}

/** Bytes of the latest cases on the average, as the store keeps them: the raw documents are made as large. */
export async function sizeOfCases(store: Store): Promise<number> {
  const found = await store.cases.find({ organisation }).sort({ updatedAt: -1 }).limit(300).lean();
  const sizes = found.map((document) => mongoose.mongo.BSON.calculateObjectSize(document));
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length);
}
