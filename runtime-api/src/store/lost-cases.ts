import type { ChainFault } from './chain-faults.ts';
import type { JournalLine } from './models/journal.ts';
import type { Store } from './store.ts';
import { sweep } from './tenant.ts';

type Place = Pick<JournalLine, '_id' | 'organisation' | 'caseId' | 'revision'>;
const placeFields = { organisation: 1, caseId: 1, revision: 1 } as const;
const batchMax = 500;

/** Cases that are gone as a whole while lines of theirs are still there; told once, at the last line that is left. A case is written before its lines. */
export async function lostCases(store: Store, found: (fault: ChainFault) => void): Promise<void> {
  const lost = new Map<string, ChainFault>();
  for (let after = ''; ; ) {
    const lines = await sweep(store.journal.find({ _id: { $gt: after } }, placeFields), 'verify')
      .sort({ _id: 1 })
      .limit(batchMax)
      .lean<Place[]>();
    const named = [...new Set(lines.map(({ caseId }) => caseId))];
    const there = await sweep(store.cases.find({ _id: { $in: named } }, { _id: 1 }), 'verify').lean<{ readonly _id: string }[]>();
    const known = new Set(there.map(({ _id }) => _id));
    for (const { organisation, caseId, revision } of lines) {
      if (known.has(caseId) || (lost.get(caseId)?.revision ?? 0) > revision) continue;
      lost.set(caseId, { organisation, caseId, revision, fault: 'case-missing' });
    }
    const last = lines.at(-1);
    if (last === undefined) break;
    after = last._id;
  }
  for (const fault of lost.values()) found(fault);
}
