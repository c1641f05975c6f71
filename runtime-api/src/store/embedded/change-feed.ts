import type { StoredDocument } from './stored-value.ts';

/** A document that is on the disk. `sequence` rises by one with every insert of this process and starts anew with the next. */
export interface Inserted {
  readonly sequence: number;
  readonly collection: string;
  readonly document: Readonly<StoredDocument>;
}

export type InsertListener = (inserted: Inserted) => void;

/** Tells inserts after their commit, in the order of the commits. A hint for the live part, never a source. */
export class ChangeFeed {
  #sequence = 0;
  #staged: Inserted[] = [];
  readonly #listeners = new Map<string, Set<InsertListener>>();

  /** Returns the way to stop listening. */
  onInsert(collection: string, listener: InsertListener): () => void {
    const listeners = this.#listeners.get(collection) ?? new Set();
    this.#listeners.set(collection, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Inside the transaction. */
  stage(collection: string, document: StoredDocument): number {
    this.#sequence += 1;
    if (this.#listeners.get(collection)?.size) this.#staged.push({ sequence: this.#sequence, collection, document });
    return this.#sequence;
  }

  /** After the commit: what was staged before lies in the same commit or an earlier one. */
  release(upTo: number): void {
    const ready = this.#staged.filter((inserted) => inserted.sequence <= upTo);
    if (ready.length === 0) return;
    this.#staged = this.#staged.filter((inserted) => inserted.sequence > upTo);
    for (const inserted of ready) {
      for (const listener of this.#listeners.get(inserted.collection) ?? []) tell(listener, inserted);
    }
  }

  /** The commit failed: nothing of it is there, nor of those that shared it and will say so themselves. */
  drop(sequence: number): void {
    this.#staged = this.#staged.filter((inserted) => inserted.sequence !== sequence);
  }
}

/** A listener's defect is its own: the write is done, the others hear of it, and the defect is thrown where it is seen. */
function tell(listener: InsertListener, inserted: Inserted): void {
  try {
    listener(inserted);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
