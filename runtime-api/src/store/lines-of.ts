import type { CaseDocument } from './models/case.ts';
import type { JournalLine } from './models/journal.ts';
import type { Store } from './store.ts';
import { unsettledOf } from './unsettled.ts';

/** What of a case its lines are found by. */
export type CaseOfLines = Pick<CaseDocument, '_id' | 'organisation' | 'unsettled'>;

/** The journal of one case, by revision. */
export interface CaseLines {
  readonly lines: ReadonlyMap<number, JournalLine>;
  /** Places at which there is one line too many. */
  readonly inserted: readonly number[];
}

/** As it lies in the store, and what still waits in the case to be copied there. */
export async function linesOf(
  { organisation, _id: caseId, unsettled }: CaseOfLines,
  { journal }: Pick<Store, 'journal'>,
): Promise<CaseLines> {
  const copied = await journal
    .find({ organisation, caseId })
    .sort({ revision: 1 })
    .lean<(JournalLine & { readonly writtenAt?: string })[]>();
  const lines = new Map<number, JournalLine>(unsettledOf({ unsettled }).steps.map(({ line }) => [line.revision, line]));
  const inserted: number[] = [];
  const seen = new Set<number>();
  for (const { writtenAt, ...line } of copied) {
    const own = line._id === `${caseId}:${line.revision}`;
    if (seen.has(line.revision)) inserted.push(line.revision);
    if (own || !seen.has(line.revision)) lines.set(line.revision, line);
    seen.add(line.revision);
  }
  return { lines, inserted };
}

/** Oldest first. */
export const inOrder = ({ lines }: CaseLines): readonly JournalLine[] =>
  [...lines.values()].sort((one, other) => one.revision - other.revision);
