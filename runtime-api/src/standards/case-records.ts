import type { CaseRecord, RecordLine } from '@redress/definitions';
import type { CaseDocument } from '../store/models/case.ts';
import type { JournalLine } from '../store/models/journal.ts';
import type { Store } from '../store/store.ts';
import { unsettledOf } from '../store/unsettled.ts';

const caseFields = { _id: 1, organisation: 1, revision: 1, number: 1, title: 1, status: 1, startedAt: 1, unsettled: 1 } as const;
/** A case of a version, without what it holds. */
export type CaseHead = Pick<CaseDocument, keyof typeof caseFields>;

/** Cases that run or ran on a version, those that moved last first. */
export const headsOf = async (
  { cases }: Pick<Store, 'cases'>,
  { organisation, definition, version }: { readonly organisation: string; readonly definition: string; readonly version: number },
  most: number,
): Promise<readonly CaseHead[]> =>
  await cases
    .find({ organisation, 'definition.id': definition, 'definition.version': version }, caseFields)
    .sort({ updatedAt: -1, _id: 1 })
    .limit(most)
    .lean<CaseHead[]>();

const lineFields = { revision: 1, at: 1, type: 1, by: 1, to: 1, taken: 1, filed: 1 } as const;

/** The journal of a case as rules read it: what lies in the store, and what still waits in the case to be copied there. */
export async function recordOf(
  { journal }: Pick<Store, 'journal'>,
  { organisation, _id: caseId, startedAt, unsettled }: CaseHead,
): Promise<CaseRecord> {
  const copied = await journal.find({ organisation, caseId }, lineFields).sort({ revision: 1 }).lean<JournalLine[]>();
  const lines = new Map<number, JournalLine>(copied.map((line) => [line.revision, line]));
  for (const { line } of unsettledOf({ unsettled }).steps) lines.set(line.revision, line);
  return {
    id: caseId,
    receivedAt: startedAt,
    lines: [...lines.values()].toSorted((one, other) => one.revision - other.revision).map(asRead),
  };
}

const asRead = ({ revision, at, type, by, to, taken, filed }: JournalLine): RecordLine => ({
  revision,
  at,
  type,
  ...(by
    ? { by: { roles: by.roles, ...(by.person ? { person: by.person } : {}), ...(by.onBehalfOf ? { onBehalfOf: by.onBehalfOf } : {}) } }
    : {}),
  to,
  taken,
  filed,
});
