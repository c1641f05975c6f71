import mongoose from 'mongoose';
import type { Together } from '../at-once.ts';
import type { Engine } from './engine.ts';
import { idKey } from './index-keys.ts';
import { type Move, moveEntries, movesOf } from './index-moves.ts';
import { fieldOf, type StoredDocument, storedDocument } from './stored-value.ts';
import { bytesOf, commit } from './write.ts';

const { BSON } = mongoose.mongo;

interface Prepared {
  readonly collection: string;
  readonly id: Buffer;
  readonly document: StoredDocument;
  readonly bytes: Buffer;
}

interface Write {
  readonly row: Prepared;
  readonly moves: readonly Move[];
}

/** One transaction of the file for a document and the rows beside it. What can be refused is refused before its first write. */
export async function writeAtOnce(engine: Engine, { collection, expected, document, rows }: Together): Promise<boolean> {
  const main = prepared(collection, document);
  const beside = rows.map((row) => ({ ...prepared(row.collection, row.document), replaces: row.replaces }));
  let sequence = 0;
  return commit(
    engine,
    () => {
      const before = standing(engine, main);
      if (before === undefined ? expected !== 0 : !isRevision(before, main.document, expected)) return false;
      const writes = [planned(engine, main, before)];
      for (const row of beside) {
        const known = standing(engine, row);
        if (known === undefined || row.replaces) writes.push(planned(engine, row, known));
      }
      for (const write of writes) sequence = put(engine, write);
      return true;
    },
    () => sequence,
  );
}

function prepared(collection: string, given: object): Prepared {
  const document = storedDocument(given);
  return { collection, document, id: idKey(fieldOf(document, '_id')), bytes: bytesOf(document) };
}

const keyOf = (engine: Engine, { collection, id }: Prepared): Buffer => Buffer.concat([engine.catalogue.made(collection).prefix, id]);

function standing(engine: Engine, row: Prepared): StoredDocument | undefined {
  const bytes = engine.storage.documents.getBinary(keyOf(engine, row));
  if (bytes === undefined) return undefined;
  engine.counters.examined += 1;
  return BSON.deserialize(bytes);
}

const isRevision = (before: StoredDocument, after: StoredDocument, expected: number): boolean =>
  fieldOf(before, 'revision') === expected && fieldOf(before, 'organisation') === fieldOf(after, 'organisation');

const planned = (engine: Engine, row: Prepared, before: StoredDocument | undefined): Write => ({
  row,
  moves: movesOf(engine.catalogue.made(row.collection).indexes, row.id, { before, after: row.document }),
});

function put(engine: Engine, { row, moves }: Write): number {
  const { collection, document, id, bytes } = row;
  moveEntries(engine, collection, id, moves);
  engine.storage.documents.put(keyOf(engine, row), bytes);
  engine.counters.written += 1;
  return engine.feed.stage(collection, document);
}
