import type { Entry } from '../model/entry.ts';
import type { Quarrel } from './draft-link.ts';

/** What is not saved yet, with the draft it was made on. A procedure holds nobody's personal data. */
export interface KeptDraft {
  readonly base: number;
  readonly updatedAt: string;
  /** The draft beneath the entries. */
  readonly document: unknown;
  readonly layout: unknown;
  /** Missing in what an older window left behind. */
  readonly scenarios?: unknown;
  readonly entries: readonly Entry[];
  readonly quarrels: readonly Quarrel[];
}
/** Where a window keeps it, so that a reload loses nothing. */
export interface DraftKeep {
  /** What was left behind, if anything. */
  readonly left: KeptDraft | undefined;
  /** Tells whether it lies there, so that more than this page has it. */
  readonly write: (kept: KeptDraft | undefined, told?: (isKept: boolean) => void) => void;
  readonly close: () => void;
}

const table = 'drafts';

/** In the browser's own store. What a window that is gone left behind is taken up by the next one; what an open window keeps stays its own. */
export async function browserKeep(person: string, definition: string): Promise<DraftKeep> {
  try {
    const database = await opened();
    const keys = await told(database.transaction(table).objectStore(table).getAllKeys(rangeOf(person, definition)));
    for (const key of keys.map(namesOf)) {
      const release = await taken(key);
      if (!release) continue;
      const left = await told<KeptDraft | undefined>(database.transaction(table).objectStore(table).get(key));
      if (left) return keepAt(database, key, left, release);
      release();
    }
    const key = [person, definition, crypto.randomUUID()];
    return keepAt(database, key, undefined, (await taken(key)) ?? (() => undefined));
  } catch {
    return noKeep; // A private window, or none at all: what is not saved lives as long as the page.
  }
}

/** How many edits of a person wait in this browser to be sent; where it keeps nothing, none. */
export async function keptBehind(person: string, definition: string): Promise<number> {
  try {
    const database = await opened();
    const rows = await told<KeptDraft[]>(database.transaction(table).objectStore(table).getAll(rangeOf(person, definition)));
    database.close();
    return rows.reduce((count, { entries }) => count + entries.length, 0);
  } catch {
    return 0;
  }
}

const rangeOf = (person: string, definition: string): IDBKeyRange => IDBKeyRange.bound([person, definition], [person, definition, []]);

const noKeep: DraftKeep = { left: undefined, write: (_kept, told) => told?.(false), close: () => undefined };

function keepAt(database: IDBDatabase, key: string[], left: KeptDraft | undefined, release: () => void): DraftKeep {
  let next: { readonly kept: KeptDraft | undefined; readonly told: ((isKept: boolean) => void) | undefined } | undefined;
  let busy = false;
  let closed = false;
  /** One write at a time, always of what counts by then. */
  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (next) {
      const { kept, told: tell } = next;
      next = undefined;
      try {
        const change = database.transaction(table, 'readwrite');
        const rows = change.objectStore(table);
        if (kept) rows.put(kept, key);
        else rows.delete(key);
        await committed(change);
        tell?.(true);
      } catch {
        tell?.(false); // No room, or the reader emptied the browser's store: the page still has it.
      }
    }
    busy = false;
    if (!closed) return;
    release();
    database.close();
  };
  return {
    left,
    write: (kept, tell) => {
      if (closed) return;
      next = { kept, told: tell };
      void work();
    },
    close: () => {
      closed = true;
      void work();
    },
  };
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open('redress-drawing', 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(table);
  return told(request);
}

const told = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

/** Only now it is on the disk: there may be no room for what was taken. */
const committed = (change: IDBTransaction): Promise<void> =>
  new Promise((done, failed) => {
    change.oncomplete = () => done();
    change.onabort = () => failed(change.error);
  });

const namesOf = (key: IDBValidKey): string[] => (Array.isArray(key) ? key.map(String) : [String(key)]);

/** Mine for as long as this window is there, unless another window has it. Answers with the way to give it back. */
function taken(key: readonly string[]): Promise<(() => void) | undefined> {
  return new Promise((done) => {
    void navigator.locks.request(`redress-drawing ${key.join(' ')}`, { ifAvailable: true }, (lock) => {
      if (!lock) return done(undefined);
      return new Promise<void>((release) => done(release));
    });
  });
}
