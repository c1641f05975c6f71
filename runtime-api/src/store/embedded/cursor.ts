import type { StoredDocument } from './stored-value.ts';

/** What a cursor can still be told before it is read. */
export interface CursorShape {
  sort?: unknown;
  skip?: number;
  limit?: number;
  projection?: unknown;
}

/** The part of MongoDB's cursors that Mongoose and the people of `Model.collection` call. Reads batch after batch, only as far as it is asked. */
export class EmbeddedCursor implements AsyncIterable<unknown> {
  readonly #read: (shape: CursorShape) => AsyncGenerator<StoredDocument[]>;
  readonly #shape: CursorShape;
  readonly #maps: ((document: unknown) => unknown)[] = [];
  #batches: AsyncGenerator<StoredDocument[]> | undefined;
  #ready: StoredDocument[] = [];
  #at = 0;
  #closed = false;

  constructor(read: (shape: CursorShape) => AsyncGenerator<StoredDocument[]>, shape: CursorShape) {
    this.#read = read;
    this.#shape = { ...shape };
  }

  get closed(): boolean {
    return this.#closed;
  }

  sort(sort: unknown): this {
    this.#shape.sort = sort;
    return this;
  }

  skip(skip: number): this {
    this.#shape.skip = skip;
    return this;
  }

  limit(limit: number): this {
    this.#shape.limit = limit;
    return this;
  }

  project(projection: unknown): this {
    this.#shape.projection = projection;
    return this;
  }

  map(transform: (document: unknown) => unknown): this {
    this.#maps.push(transform);
    return this;
  }

  /** Batches are of our own making here; accepted, so that one code runs on both stores. */
  batchSize(): this {
    return this;
  }

  addCursorFlag(): this {
    return this;
  }

  async hasNext(): Promise<boolean> {
    while (this.#at >= this.#ready.length && !this.#closed) {
      this.#batches ??= this.#read(this.#shape);
      const { value, done } = await this.#batches.next();
      this.#ready = done ? [] : value;
      this.#at = 0;
      if (done) this.#closed = true;
    }
    return this.#at < this.#ready.length;
  }

  async next(): Promise<unknown> {
    if (!(await this.hasNext())) return null;
    const document = this.#ready[this.#at];
    this.#at += 1;
    return this.#maps.reduce<unknown>((value, map) => map(value), document);
  }

  async toArray(): Promise<unknown[]> {
    const all: unknown[] = [];
    while (await this.hasNext()) {
      for (const document of this.#ready.slice(this.#at)) all.push(this.#maps.reduce<unknown>((value, map) => map(value), document));
      this.#at = this.#ready.length;
    }
    return all;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<unknown> {
    try {
      while (await this.hasNext()) yield await this.next();
    } finally {
      await this.close();
    }
  }

  rewind(): void {
    this.#batches = undefined;
    this.#ready = [];
    this.#at = 0;
    this.#closed = false;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#ready = [];
    this.#at = 0;
    await this.#batches?.return(undefined);
  }
}
