import { sha256 } from '../event-id.ts';
import { lineHash } from './journal-line.ts';
import { lostCases } from './lost-cases.ts';
import type { CaseDocument } from './models/case.ts';
import type { ContentsDocument, JournalLine } from './models/journal.ts';
import type { Store } from './store.ts';
import { sweep } from './tenant.ts';
import { unsettledOf } from './unsettled.ts';

/** What is wrong with a case's journal, and at which revision. */
export interface ChainFault {
  readonly organisation: string;
  readonly caseId: string;
  readonly revision: number;
  readonly fault:
    | 'line-missing'
    /** The last lines are missing: the head of the case tells how many there were. */
    | 'tail-cut'
    | 'line-altered'
    /** It is a line of this case, at the place of another. */
    | 'line-swapped'
    /** One more at a place, or one after the head. */
    | 'line-inserted'
    | 'line-of-another-case'
    | 'chain-broken'
    | 'head-differs'
    | 'contents-altered'
    /** The case is not the one that its last line left: altered, or exchanged for another or an older one. */
    | 'case-altered'
    /** Lines of a case that is not there any more. */
    | 'case-missing';
}

type Head = Pick<CaseDocument, '_id' | 'organisation' | 'head' | 'snapshot' | 'unsettled' | 'status' | 'outcome' | 'states' | 'revision'>;
const headFields = { organisation: 1, head: 1, snapshot: 1, unsettled: 1, status: 1, outcome: 1, states: 1, revision: 1 } as const;

/** Altered, removed, inserted, swapped lines, a cut tail and an exchanged case are found. Contents may be erased; if they are there, they must be the ones. */
export async function verifyChain(document: Head, store: Store): Promise<readonly ChainFault[]> {
  const { organisation, _id: caseId } = document;
  const waiting = unsettledOf(document).steps;
  const copied = await store.journal
    .find({ organisation, caseId })
    .sort({ revision: 1 })
    .lean<(JournalLine & { readonly writtenAt?: string })[]>();
  const lines = new Map<number, JournalLine>(waiting.map(({ line }) => [line.revision, line]));
  const inserted: number[] = [];
  const seen = new Set<number>();
  for (const { writtenAt, ...line } of copied) {
    const own = line._id === `${caseId}:${line.revision}`;
    if (seen.has(line.revision)) inserted.push(line.revision);
    if (own || !seen.has(line.revision)) lines.set(line.revision, line);
    seen.add(line.revision);
  }
  const contents = new Map<number, ContentsDocument>(waiting.map((step) => [step.line.revision, step.contents]));
  for (const one of await store.contents.find({ organisation, caseId }).lean<ContentsDocument[]>()) contents.set(one.revision, one);
  const at = faultAt(document);
  return [
    ...inserted.map((revision) => at(revision, 'line-inserted')),
    ...chainFaults(document, lines),
    ...contentsFaults(document, lines, contents),
  ];
}

const faultAt =
  ({ organisation, _id: caseId }: Head) =>
  (revision: number, fault: ChainFault['fault']): ChainFault => ({ organisation, caseId, revision, fault });

function chainFaults(document: Head, lines: ReadonlyMap<number, JournalLine>): readonly ChainFault[] {
  const faults: ChainFault[] = [];
  const { head } = document;
  const at = faultAt(document);
  const lastThere = Math.max(0, ...[...lines.keys()].filter((revision) => revision <= head.revision));
  let previous: string | undefined = '';
  for (let revision = 1; revision <= head.revision; revision++) {
    const line = lines.get(revision);
    if (line === undefined) {
      faults.push(at(revision, revision > lastThere ? 'tail-cut' : 'line-missing'));
      previous = undefined;
      continue;
    }
    const wrong = lineFault(document, line, revision);
    if (wrong !== undefined) faults.push(at(revision, wrong));
    if (previous !== undefined && line.previous !== previous) faults.push(at(revision, 'chain-broken'));
    previous = line.hash;
  }
  for (const revision of lines.keys()) if (revision > head.revision || revision < 1) faults.push(at(revision, 'line-inserted'));
  const last = lines.get(head.revision);
  if (last !== undefined && last.hash !== head.hash) faults.push(at(head.revision, 'head-differs'));
  return faults;
}

function lineFault(document: Head, line: JournalLine, revision: number): ChainFault['fault'] | undefined {
  const { hash, ...unsigned } = line;
  const [caseId, place] = [document._id, `${document._id}:${revision}`];
  if (line.caseId !== caseId || line.organisation !== document.organisation) return 'line-of-another-case';
  if (line._id !== place) return line._id.startsWith(`${caseId}:`) ? 'line-swapped' : 'line-of-another-case';
  if (lineHash(unsigned) === hash) return undefined;
  for (let other = 1; other <= Math.min(document.head.revision, placesTriedMax); other++)
    if (lineHash({ ...unsigned, revision: other, _id: `${caseId}:${other}` }) === hash) return 'line-swapped';
  return 'line-altered';
}

/** A line that does not fit its place is tried at so many others before it is called altered. */
const placesTriedMax = 2_000;

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
