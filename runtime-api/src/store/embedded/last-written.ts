import type { IndexEntries } from './index-keys.ts';
import type { StoredDocument } from './stored-value.ts';

/** A document with its bytes and its places, by the number of their index. */
export interface Written {
  readonly bytes: Buffer;
  readonly document: StoredDocument;
  readonly places: ReadonlyMap<number, IndexEntries>;
}

const keptMax = 500;

/**
 * The documents that were written last: who writes the next revision of one need not take its bytes apart and find its places again. What stands
 * on the disk decides: bytes that others wrote meanwhile, or that a failed commit took back, are not those that were kept.
 */
export class LastWritten {
  readonly #kept = new Map<string, Written>();

  known(key: string, bytes: Buffer): Written | undefined {
    const written = this.#kept.get(key);
    return written?.bytes.equals(bytes) ? written : undefined;
  }

  keep(key: string, written: Written): void {
    this.#kept.delete(key);
    this.#kept.set(key, written);
    const oldest = this.#kept.size > keptMax ? this.#kept.keys().next().value : undefined;
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
}
