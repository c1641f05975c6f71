import { casesOf } from '../standards/case-records.ts';
import type { Span } from '../standards/period.ts';
import type { ChainFault } from '../store/chain-faults.ts';
import { inOrder } from '../store/lines-of.ts';
import type { CaseDocument } from '../store/models/case.ts';
import type { JournalLine } from '../store/models/journal.ts';
import type { Store } from '../store/store.ts';
import { caseFaults, journalOf } from '../store/verify-chain.ts';
import { casesMost, linesMost } from './manifest.ts';

/** A case that ended, with its journal as it is kept: names and kinds, no value of any field, persons by their ids. */
export interface SampledCase {
  readonly document: Pick<CaseDocument, '_id' | 'number' | 'outcome' | 'startedAt' | 'updatedAt' | 'head'>;
  readonly lines: readonly JournalLine[];
  readonly faults: readonly ChainFault[];
}
export interface JournalSample {
  readonly cases: readonly SampledCase[];
  readonly leftOut: readonly { readonly case: string; readonly lines: number }[];
}

/** Said in the manifest: whoever looks at the sample knows how it was taken. */
export const howSampled = `The newest ${casesMost} ended cases of this version received in the period, of those that whoever made this bundle may read; journals of more than ${linesMost} lines are left out.`;

/** So many are looked at to find as many as belong to the sample. */
const looksMost = 4 * casesMost;

interface Which {
  readonly organisation: string;
  readonly definition: string;
  readonly version: number;
  readonly received: Span;
}

/** The same cases for the same reader, as long as none of this version ends. */
export async function journalSample(store: Store, which: Which, mayRead: (caseId: string) => Promise<boolean>): Promise<JournalSample> {
  const { organisation } = which;
  const ended = await store.cases
    .find({ ...casesOf(which), status: 'ended' }, { _id: 1 })
    .sort({ updatedAt: -1, _id: 1 })
    .limit(looksMost)
    .lean<{ readonly _id: string }[]>();
  const cases: SampledCase[] = [];
  const leftOut: JournalSample['leftOut'][number][] = [];
  for (const { _id } of ended) {
    if (cases.length + leftOut.length >= casesMost) break;
    if (!(await mayRead(_id))) continue;
    const document = await store.cases.findOne({ organisation, _id }).lean<CaseDocument>(); // As it is kept, whatever is in memory.
    if (!document) continue;
    if (document.head.revision > linesMost) {
      leftOut.push({ case: _id, lines: document.head.revision });
      continue;
    }
    const journal = await journalOf(document, store);
    cases.push({ document, lines: inOrder(journal), faults: caseFaults(document, journal) });
  }
  return { cases, leftOut };
}
