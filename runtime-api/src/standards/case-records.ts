import { type CaseRecord, type CaseStanding, measuredValues, type RecordLine } from '@redress/definitions';
import type { Definition, JsonObject } from '@redress/engine';
import { never } from '../store/case-state.ts';
import { chainFaults } from '../store/chain-faults.ts';
import { inOrder, linesOf } from '../store/lines-of.ts';
import type { CaseDocument } from '../store/models/case.ts';
import type { JournalLine } from '../store/models/journal.ts';
import type { Store } from '../store/store.ts';
import { storedJson } from '../stored-json.ts';
import type { Span } from './period.ts';

const caseFields = { _id: 1, organisation: 1, revision: 1, number: 1, startedAt: 1, unsettled: 1, head: 1 } as const;
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

const standingFields = { status: 1, dueSort: 1, tasks: 1, snapshot: 1 } as const;
type Standing = Pick<CaseDocument, '_id' | keyof typeof standingFields>;

/** What some cases hold and wait for, as measures read it: a few at a time, because what a case holds may be long. */
export async function standingsOf(
  { cases }: Pick<Store, 'cases'>,
  heads: readonly CaseHead[],
  definition: Definition,
): Promise<ReadonlyMap<string, CaseStanding>> {
  const [first] = heads;
  if (!first) return new Map();
  const found = await cases
    .find({ organisation: first.organisation, _id: { $in: heads.map(({ _id }) => _id) } }, standingFields)
    .lean<Standing[]>();
  return new Map(found.map((one) => [one._id, standingIn(one, definition)]));
}

function standingIn({ status, dueSort, tasks, snapshot }: Standing, definition: Definition): CaseStanding {
  const kept = storedJson(snapshot);
  const held = isObject(kept) && isObject(kept.context) ? kept.context : {};
  return {
    isOpen: status === 'active',
    ...(dueSort === never ? {} : { dueAt: dueSort }),
    holders: tasks.flatMap((task) => (isObject(task) && typeof task.assignee === 'string' ? [task.assignee] : [])),
    values: measuredValues(definition, held),
  };
}
const isObject = (found: unknown): found is JsonObject => found !== null && typeof found === 'object' && !Array.isArray(found);

/** The journal of a case as rules read it: who did what when, and which rows were taken. */
export async function recordOf(store: Pick<Store, 'journal'>, head: CaseHead, standing: CaseStanding | undefined): Promise<CaseRecord> {
  const read = await linesOf(head, store);
  // What came while we read belongs to the next look.
  const written = new Map([...read.lines].filter(([revision]) => revision <= head.head.revision));
  const isWhole = read.inserted.length === 0 && chainFaults(head, written).length === 0;
  return {
    id: head._id,
    receivedAt: head.startedAt,
    lines: inOrder(read).map(asRead),
    ...(standing ? { standing: { ...standing, isWhole } } : {}),
  };
}

/** No more of a line than rules and measures ask for goes to the thread that judges. */
const asRead = ({ revision, at, type, by, to, taken, changed, filed, effects }: JournalLine): RecordLine => ({
  revision,
  at,
  type,
  to,
  taken,
  changed,
  filed,
  lettersTo: effects.flatMap(({ to: receiver }) => receiver ?? []),
  ...(by ? { by } : {}),
});
