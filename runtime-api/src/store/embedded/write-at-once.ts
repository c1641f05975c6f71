import mongoose from 'mongoose';
import type { Together } from '../at-once.ts';
import type { Engine } from './engine.ts';
import { idKey } from './index-keys.ts';
import { type Move, moveEntries, movesOf } from './index-moves.ts';
import type { Written } from './last-written.ts';
import { fieldOf, type StoredDocument, storedDocument } from './stored-value.ts';
import { bytesOf, commit } from './write.ts';

const { BSON } = mongoose.mongo;

interface Prepared {
  readonly collection: string;
  readonly id: Buffer;
  readonly document: StoredDocument;
  readonly bytes: Buffer;
  /** It may be written again, as the case and its tasks are: lines, contents and effects are not. */
  readonly comesAgain: boolean;
}

interface Write {
  readonly row: Prepared;
  readonly before: Standing | undefined;
  readonly moves: readonly Move[];
}

/** What is there under the id of a row; its places only where this process wrote it. */
type Standing = Pick<Written, 'document'> & Partial<Pick<Written, 'places'>>;

/** One transaction of the file for a document and the rows beside it. What can be refused is refused before its first write. */
export async function writeAtOnce(engine: Engine, { collection, expected, document, rows }: Together): Promise<boolean> {
  const main = prepared(collection, document, true);
  const beside = rows.map((row) => ({ ...prepared(row.collection, row.document, row.replaces), replaces: row.replaces }));
  let sequence = 0;
  return commit(
    engine,
    () => {
      const before = standing(engine, main);
      if (before === undefined ? expected !== 0 : !isRevision(before.document, main.document, expected)) return false;
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

function prepared(collection: string, given: object, comesAgain: boolean): Prepared {
  const document = storedDocument(given);
  return { collection, document, id: idKey(fieldOf(document, '_id')), bytes: bytesOf(document), comesAgain };
}

const keyOf = (engine: Engine, { collection, id }: Prepared): Buffer => Buffer.concat([engine.catalogue.made(collection).prefix, id]);
const nameOf = ({ collection, id }: Prepared): string => `${collection}\n${id.toString('latin1')}`;

function standing(engine: Engine, row: Prepared): Standing | undefined {
  const bytes = engine.storage.documents.getBinary(keyOf(engine, row));
  if (bytes === undefined) return undefined;
  engine.counters.examined += 1;
  return (row.comesAgain ? engine.lastWritten.known(nameOf(row), bytes) : undefined) ?? { document: BSON.deserialize(bytes) };
}

const isRevision = (before: StoredDocument, after: StoredDocument, expected: number): boolean =>
  fieldOf(before, 'revision') === expected && fieldOf(before, 'organisation') === fieldOf(after, 'organisation');

const planned = (engine: Engine, row: Prepared, before: Standing | undefined): Write => ({
  row,
  before,
  moves: movesOf(engine.catalogue.made(row.collection).indexes, row.id, {
    before: before?.document,
    after: row.document,
    ...(before?.places === undefined ? {} : { places: before.places }),
  }),
});

function put(engine: Engine, { row, before, moves }: Write): number {
  const { collection, document, id, bytes, comesAgain } = row;
  moveEntries(engine, collection, id, moves);
  engine.storage.documents.put(keyOf(engine, row), bytes);
  if (comesAgain) {
    const places = new Map(before?.places);
    for (const { index, entered } of moves) places.set(index.number, entered);
    engine.lastWritten.keep(nameOf(row), { bytes, document, places });
  }
  engine.counters.written += 1;
  return engine.feed.stage(collection, document);
}
