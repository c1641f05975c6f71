import { lineHash } from './journal-line.ts';
import type { CaseDocument } from './models/case.ts';
import type { JournalLine } from './models/journal.ts';

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

/** Whose journal it is, and where that ends. */
export type JournalHead = Pick<CaseDocument, '_id' | 'organisation' | 'head'>;

export const faultAt =
  ({ organisation, _id: caseId }: JournalHead) =>
  (revision: number, fault: ChainFault['fault']): ChainFault => ({ organisation, caseId, revision, fault });

/** Altered, removed, inserted, swapped lines and a cut tail, by the lines of a case and its head alone. */
export function chainFaults(
  document: JournalHead,
  lines: ReadonlyMap<number, JournalLine>,
  placesMost = usualPlaces,
): readonly ChainFault[] {
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
    const wrong = lineFault(document, line, { revision, placesMost });
    if (wrong !== undefined) faults.push(at(revision, wrong));
    if (previous !== undefined && line.previous !== previous) faults.push(at(revision, 'chain-broken'));
    previous = line.hash;
  }
  for (const revision of lines.keys()) if (revision > head.revision || revision < 1) faults.push(at(revision, 'line-inserted'));
  const last = lines.get(head.revision);
  if (last !== undefined && last.hash !== head.hash) faults.push(at(head.revision, 'head-differs'));
  return faults;
}

function lineFault(
  document: JournalHead,
  line: JournalLine,
  { revision, placesMost }: { readonly revision: number; readonly placesMost: number },
): ChainFault['fault'] | undefined {
  const { hash, ...unsigned } = line;
  const [caseId, place] = [document._id, `${document._id}:${revision}`];
  if (line.caseId !== caseId || line.organisation !== document.organisation) return 'line-of-another-case';
  if (line._id !== place) return line._id.startsWith(`${caseId}:`) ? 'line-swapped' : 'line-of-another-case';
  if (lineHash(unsigned) === hash) return undefined;
  for (let other = 1; other <= Math.min(document.head.revision, placesMost); other++)
    if (lineHash({ ...unsigned, revision: other, _id: `${caseId}:${other}` }) === hash) return 'line-swapped';
  return 'line-altered';
}

/** A line that does not fit its place is tried at so many others before it is called altered. */
const usualPlaces = 2_000;
