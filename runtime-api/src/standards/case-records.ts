import type { CaseRecord, RecordLine } from '@redress/definitions';
import { inOrder, linesOf } from '../store/lines-of.ts';
import type { CaseDocument } from '../store/models/case.ts';
import type { JournalLine } from '../store/models/journal.ts';
import type { Store } from '../store/store.ts';
import type { Span } from './period.ts';

const caseFields = { _id: 1, organisation: 1, revision: 1, number: 1, startedAt: 1, unsettled: 1 } as const;
/** A case of a version, without what it holds. */
export type CaseHead = Pick<CaseDocument, keyof typeof caseFields>;

interface Which {
  readonly organisation: string;
  readonly definition: string;
  readonly version: number;
  /** When the complaint was received. */
  readonly received: Span;
}

/** Cases of a version that were received in a period, as the store is asked for them. */
export const casesOf = ({ organisation, definition, version, received }: Which) => ({
  organisation,
  'definition.id': definition,
  'definition.version': version,
  ...(Object.keys(received).length > 0 ? { startedAt: received } : {}),
});

/** Cases that run or ran on a version, those that moved last first. */
export const headsOf = async ({ cases }: Pick<Store, 'cases'>, which: Which, most: number): Promise<readonly CaseHead[]> =>
  await cases.find(casesOf(which), caseFields).sort({ updatedAt: -1, _id: 1 }).limit(most).lean<CaseHead[]>();

/** The journal of a case as rules read it: who did what when, and which rows were taken. */
export async function recordOf(store: Pick<Store, 'journal'>, head: CaseHead): Promise<CaseRecord> {
  const lines = inOrder(await linesOf(head, store));
  return { id: head._id, receivedAt: head.startedAt, lines: lines.map(asRead) };
}

/** No more of a line than rules ask for goes to the thread that judges. */
const asRead = ({ revision, at, type, by, to, taken }: JournalLine): RecordLine => ({
  revision,
  at,
  type,
  to,
  taken,
  ...(by ? { by } : {}),
});
