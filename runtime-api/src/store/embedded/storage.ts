import { type Database, open, type RootDatabase } from 'lmdb';
import { serverError } from './server-error.ts';

/** The file on disk: three ordered tables and one way to write. Nothing above this file knows LMDB. */
export interface Storage {
  /** `collection number, id` → BSON. */
  readonly documents: Database<Buffer, Buffer>;
  /** `index number, components, id` → id. */
  readonly entries: Database<Buffer, Buffer>;
  /** Name → what the catalogue keeps, JSON. */
  readonly catalogue: Database<string, string>;
  /**
   * Runs the action alone, then commits it together with others that were waiting, and resolves when the disk has it (fdatasync).
   * The action must decide before its first write: what it wrote stays when it throws.
   */
  write<T>(action: () => T): Promise<T>;
  /** Whether the disk did not take the last commit. */
  losesWrites(): boolean;
  close(): Promise<void>;
}

/** `relaxed` does not wait for the disk: demonstrations and tests only. */
export type Durability = 'full' | 'relaxed';

export function openStorage(folder: string, durability: Durability, onLostCommit: () => void): Storage {
  const environment: RootDatabase<Buffer, Buffer> = open({
    path: `${folder}/redress.mdb`,
    maxDbs: 4,
    overlappingSync: false, // data, fdatasync, then the promise: the order that is promised, not only usual.
    noSync: durability === 'relaxed',
    encoding: 'binary',
    keyEncoding: 'binary',
  });
  const binary = { encoding: 'binary', keyEncoding: 'binary' } as const;
  let closing: Promise<void> | undefined;
  let isLost = false;
  process.on('unhandledRejection', unlessLostCommit);
  return {
    documents: environment.openDB<Buffer, Buffer>('documents', binary),
    entries: environment.openDB<Buffer, Buffer>('entries', binary),
    catalogue: environment.openDB<string, string>('catalogue', {
      encoding: 'string',
    }),
    async write(action) {
      if (closing) throw serverError(11600, 'The embedded store is closing');
      let thrown: { readonly error: unknown } | undefined;
      try {
        const done = await environment.transaction(() => {
          try {
            return action();
          } catch (error) {
            thrown = { error };
            throw error;
          }
        });
        isLost = false;
        return done;
      } catch (error) {
        if (thrown) throw thrown.error;
        isLost = true;
        onLostCommit();
        throw serverError(14031, 'The embedded store could not write to its disk', { cause: await causeOf(error) });
      }
    },
    losesWrites: () => isLost,
    close() {
      closing ??= environment.close().finally(() => process.off('unhandledRejection', unlessLostCommit));
      return closing;
    },
  };
}

/**
 * LMDB begins a batch with a promise that it gives to nobody. When a commit fails (a full disk), that one fails beside those of the writers, who are
 * told, and would end the process that could still be read from. Whatever else nobody listens to ends it as ever.
 */
function unlessLostCommit(reason: unknown): void {
  if (typeof reason !== 'object' || reason === null || !('commitError' in reason)) throw reason;
}

/** LMDB tells the reason of a failed commit by a second promise, which must not stay unheard. */
async function causeOf(error: unknown): Promise<unknown> {
  if (typeof error !== 'object' || error === null || !('commitError' in error)) return error;
  try {
    await error.commitError;
    return error;
  } catch (reason) {
    return reason;
  }
}
