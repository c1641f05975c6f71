import { sha256 } from '../event-id.ts';
import { type ChainFault, chainFaults, faultAt } from './chain-faults.ts';
import { type CaseLines, type CaseOfLines, linesOf } from './lines-of.ts';
import { lostCases } from './lost-cases.ts';
import type { CaseDocument } from './models/case.ts';
import type { ContentsDocument, JournalLine } from './models/journal.ts';
import type { Store } from './store.ts';
import { sweep } from './tenant.ts';
import { unsettledOf } from './unsettled.ts';

type Head = Pick<CaseDocument, '_id' | 'organisation' | 'head' | 'snapshot' | 'unsettled' | 'status' | 'outcome' | 'states' | 'revision'>;
const headFields = { organisation: 1, head: 1, snapshot: 1, unsettled: 1, status: 1, outcome: 1, states: 1, revision: 1 } as const;

/** Everything written about one case, by revision. */
interface CaseJournal extends CaseLines {
  readonly contents: ReadonlyMap<number, ContentsDocument>;
}

/** As it lies in the store, and what still waits in the case to be copied there. */
export async function journalOf(document: CaseOfLines, store: Pick<Store, 'journal' | 'contents'>): Promise<CaseJournal> {
  const { organisation, _id: caseId } = document;
  const read = await linesOf(document, store);
  const contents = new Map<number, ContentsDocument>(unsettledOf(document).steps.map((step) => [step.line.revision, step.contents]));
  for (const one of await store.contents.find({ organisation, caseId }).lean<ContentsDocument[]>()) contents.set(one.revision, one);
  return { ...read, contents };
}

/** Altered, removed, inserted, swapped lines, a cut tail and an exchanged case are found. Contents may be erased; if they are there, they must be the ones. */
export function caseFaults(document: Head, { lines, contents, inserted }: CaseJournal): readonly ChainFault[] {
  const at = faultAt(document);
  return [
    ...inserted.map((revision) => at(revision, 'line-inserted')),
    ...chainFaults(document, lines),
    ...contentsFaults(document, lines, contents),
  ];
}

/** The same of a case in the store. */
export const verifyChain = async (document: Head, store: Pick<Store, 'journal' | 'contents'>): Promise<readonly ChainFault[]> =>
  caseFaults(document, await journalOf(document, store));

function contentsFaults(
  document: Head,
  lines: ReadonlyMap<number, JournalLine>,
  contents: ReadonlyMap<number, ContentsDocument>,
): readonly ChainFault[] {
  const at = faultAt(document);
  const faults: ChainFault[] = [];
  for (const [revision, kept] of contents) {
    const line = lines.get(revision);
    if (line === undefined || sha256(`${kept.salt}\n${kept.text}`) !== line.contentsHash) faults.push(at(revision, 'contents-altered'));
  }
  const last = lines.get(document.head.revision);
  const salt = contents.get(document.head.revision)?.salt;
  if (!isWhatItLeft(document, last, salt)) faults.push(at(document.head.revision, 'case-altered'));
  return faults;
}

/** Whether the case stands where its last line left it; as far as the line and, unless erased, its contents can tell. */
function isWhatItLeft(document: Head, last: JournalLine | undefined, salt: string | undefined): boolean {
  if (document.revision !== document.head.revision) return false;
  if (last === undefined) return true;
  if (last.status !== document.status || last.outcome !== document.outcome) return false;
  if (JSON.stringify(last.to) !== JSON.stringify(document.states)) return false;
  return salt === undefined || sha256(`${salt}\n${document.snapshot}`) === last.stateHash;
}

/** All cases of all organisations, a few at a time; `verify` of the command line. */
export async function verifyAll(
  store: Store,
  found: (fault: ChainFault) => void,
): Promise<{ readonly cases: number; readonly lines: number }> {
  let cases = 0;
  let lines = 0;
  for (let after = ''; ; ) {
    const batch = await sweep(store.cases.find({ _id: { $gt: after } }, headFields), 'verify')
      .sort({ _id: 1 })
      .limit(200)
      .lean<Head[]>();
    for (const document of batch) {
      for (const fault of await verifyChain(document, store)) found(fault);
      cases++;
      lines += document.head.revision;
    }
    const last = batch.at(-1);
    if (last === undefined) break;
    after = last._id;
  }
  await lostCases(store, found);
  return { cases, lines };
}
