import { fieldPath } from './field-path.ts';
import { type IndexDescription, type IndexField, numberPrefix } from './index-keys.ts';
import type { Storage } from './storage.ts';

export interface CollectionDescription {
  readonly name: string;
  readonly number: number;
  /** Begins the keys of its documents. */
  readonly prefix: Buffer;
  readonly indexes: readonly IndexDescription[];
}

/** Which collections and indexes there are. Kept in memory: one process owns the folder. All changes run inside `storage.write`. */
export interface Catalogue {
  collection(name: string): CollectionDescription | undefined;
  names(): readonly string[];
  /** The collection, made if it is new. */
  made(name: string): CollectionDescription;
  withIndex(name: string, index: IndexDescription): CollectionDescription;
  nextNumber(): number;
  /** Reads the disk again: after a commit that failed, memory is ahead of it. */
  reload(): void;
}

const formatVersion = 1;
const settings = '$settings'; // No collection can have this name.

export function openCatalogue(storage: Storage): Catalogue {
  const collections = new Map<string, CollectionDescription>();
  let lastNumber = 0;

  const nextNumber = () => {
    lastNumber += 1;
    storage.catalogue.put(settings, JSON.stringify({ format: formatVersion, lastNumber }));
    return lastNumber;
  };
  const keep = (collection: CollectionDescription) => {
    collections.set(collection.name, collection);
    storage.catalogue.put(collection.name, textOf(collection));
    return collection;
  };
  const made = (name: string) => {
    const known = collections.get(name);
    if (known) return known;
    const number = nextNumber();
    return keep({ name, number, prefix: numberPrefix(number), indexes: [] });
  };
  const reload = () => {
    collections.clear();
    lastNumber = 0;
    for (const { key, value } of storage.catalogue.getRange()) {
      if (key === settings) lastNumber = readSettings(value);
      else collections.set(key, readCollection(key, value));
    }
  };
  reload();

  return {
    collection: (name) => collections.get(name),
    names: () => [...collections.keys()],
    made,
    withIndex(name, index) {
      const collection = made(name);
      return keep({
        ...collection,
        indexes: [...collection.indexes.filter((one) => one.name !== index.name), index],
      });
    },
    nextNumber,
    reload,
  };
}

function textOf(collection: CollectionDescription): string {
  const indexes = collection.indexes.map((index) => ({
    ...index,
    fields: index.fields.map(({ name, descending }) => ({ name, descending })),
  }));
  return JSON.stringify({ number: collection.number, indexes });
}

interface KeptCollection {
  readonly number: number;
  readonly indexes: readonly (Omit<IndexDescription, 'fields'> & {
    readonly fields: readonly Omit<IndexField, 'path'>[];
  })[];
}

function readCollection(name: string, text: string): CollectionDescription {
  const kept: KeptCollection = JSON.parse(text); // Written by `textOf` alone, under this format version.
  const indexes = kept.indexes.map((index) => ({
    ...index,
    fields: index.fields.map((field) => ({
      ...field,
      path: fieldPath(field.name),
    })),
  }));
  return {
    name,
    number: kept.number,
    prefix: numberPrefix(kept.number),
    indexes,
  };
}

function readSettings(text: string): number {
  const kept: { readonly format: number; readonly lastNumber: number } = JSON.parse(text);
  if (kept.format !== formatVersion) {
    throw new Error(`The store in this folder has format ${kept.format}; this version of Redress reads format ${formatVersion}`);
  }
  return kept.lastNumber;
}
