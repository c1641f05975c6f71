import type { JsonObject } from '@redress/engine';
import type { WireEvent } from '../../inspect/wire-event.ts';
import { wireEvents } from '../../inspect/wire-events.ts';
import type { Contents } from '../../store/journal-line.ts';
import type { ContentsDocument, JournalLine } from '../../store/models/journal.ts';
import type { Office } from '../office.ts';
import type { ReadCase } from './read-case.ts';
import { originOf } from './relatives.ts';

/** Lines of one case, oldest first, as the inspector tells them. Which fields stood before comes from the lines before, by name. */
export async function inspectionView(office: Office, read: ReadCase, lines: readonly JournalLine[]): Promise<readonly WireEvent[]> {
  const { organisation, _id: caseId, parent } = read.document;
  if (read.runnable === undefined) return []; // Lines are told in the words of the machine.
  const { store } = office.ports;
  const first = lines[0]?.revision ?? 1;
  const [contents, origin, filled] = await Promise.all([
    store.contents.find({ organisation, _id: { $in: lines.map(({ _id }) => _id) } }).lean<ContentsDocument[]>(),
    originOf(office, read.document),
    first === 1 ? [] : store.journal.distinct('changed', { organisation, caseId, revision: { $lt: first } }),
  ]);
  return wireEvents(lines, {
    compiled: read.runnable.compiled,
    rootId: origin?.id ?? caseId,
    ...(parent === undefined ? {} : { parentId: parent.caseId }),
    filled: filled.map(String),
    payloads: new Map(contents.map(({ revision, text }) => [revision, payloadOf(text)])),
  });
}

const payloadOf = (text: string): JsonObject => (JSON.parse(text) as Contents).payload ?? {};
