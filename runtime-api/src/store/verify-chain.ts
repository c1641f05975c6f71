import { sha256 } from '../event-id.ts';
import { lineHash } from './journal-line.ts';
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
    | 'line-altered'
    | 'chain-broken'
    | 'line-beyond-head'
    | 'head-differs'
    | 'contents-altered'
    | 'case-altered'
    | 'line-of-another-case';
}

type Head = Pick<CaseDocument, '_id' | 'organisation' | 'head' | 'snapshot' | 'unsettled'>;

/** Altered, removed, inserted, swapped lines, a cut tail and an exchanged case are found. Contents may be erased; if they are there, they must be the ones. */
export async function verifyChain(document: Head, store: Store): Promise<readonly ChainFault[]> {
  const { organisation, _id: caseId } = document;
  const waiting = unsettledOf(document).steps;
  const copied = await store.journal
    .find({ organisation, caseId })
    .sort({ revision: 1 })
    .lean<(JournalLine & { readonly writtenAt?: string })[]>();
  const lines = new Map<number, JournalLine>(waiting.map(({ line }) => [line.revision, line]));
  for (const { writtenAt, ...line } of copied) lines.set(line.revision, line);
  const contents = new Map<number, ContentsDocument>(waiting.map((step) => [step.line.revision, step.contents]));
  for (const one of await store.contents.find({ organisation, caseId }).lean<ContentsDocument[]>()) contents.set(one.revision, one);
  return [...chainFaults(document, lines), ...contentsFaults(document, lines, contents)];
}

function chainFaults(document: Head, lines: ReadonlyMap<number, JournalLine>): readonly ChainFault[] {
  const faults: ChainFault[] = [];
  const at = (revision: number, fault: ChainFault['fault']): void =>
    void faults.push({ organisation: document.organisation, caseId: document._id, revision, fault });
  let previous: string | undefined = '';
  for (let revision = 1; revision <= document.head.revision; revision++) {
    const line = lines.get(revision);
    if (line === undefined) {
      at(revision, 'line-missing');
      previous = undefined;
      continue;
    }
    const { hash, ...unsigned } = line;
    if (line.caseId !== document._id || line.organisation !== document.organisation || line._id !== `${document._id}:${revision}`)
      at(revision, 'line-of-another-case');
    if (lineHash(unsigned) !== hash) at(revision, 'line-altered');
    if (previous !== undefined && line.previous !== previous) at(revision, 'chain-broken');
    previous = hash;
  }
  for (const revision of lines.keys()) if (revision > document.head.revision || revision < 1) at(revision, 'line-beyond-head');
  const last = lines.get(document.head.revision);
  if (last !== undefined && last.hash !== document.head.hash) at(document.head.revision, 'head-differs');
  return faults;
}

function contentsFaults(
  document: Head,
  lines: ReadonlyMap<number, JournalLine>,
  contents: ReadonlyMap<number, ContentsDocument>,
): readonly ChainFault[] {
  const faults: ChainFault[] = [];
  for (const [revision, kept] of contents) {
    const line = lines.get(revision);
    const altered = line === undefined || sha256(`${kept.salt}\n${kept.text}`) !== line.contentsHash;
    if (altered) faults.push({ organisation: document.organisation, caseId: document._id, revision, fault: 'contents-altered' });
  }
  const last = lines.get(document.head.revision);
  const salt = contents.get(document.head.revision)?.salt;
  if (last !== undefined && salt !== undefined && sha256(`${salt}\n${document.snapshot}`) !== last.stateHash) {
    faults.push({ organisation: document.organisation, caseId: document._id, revision: document.head.revision, fault: 'case-altered' });
  }
  return faults;
}

/** All cases of all organisations, a few at a time; `verify` of the command line. */
export async function verifyAll(
  store: Store,
  found: (fault: ChainFault) => void,
): Promise<{ readonly cases: number; readonly lines: number }> {
  let cases = 0;
  let lines = 0;
  for (let after = ''; ; ) {
    const batch = await sweep(store.cases.find({ _id: { $gt: after } }, { organisation: 1, head: 1, snapshot: 1, unsettled: 1 }), 'verify')
      .sort({ _id: 1 })
      .limit(200)
      .lean<Head[]>();
    for (const document of batch) {
      for (const fault of await verifyChain(document, store)) found(fault);
      cases++;
      lines += document.head.revision;
    }
    const last = batch.at(-1);
    if (last === undefined) return { cases, lines };
    after = last._id;
  }
}
