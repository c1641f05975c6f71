import type { CaseDocument } from '../store/models/case.ts';
import type { Store } from '../store/store.ts';
import { behind, type Cursor, type Page, pageOf } from './cursor.ts';
import { wordsOf } from './fold.ts';
import { anyReader } from './keys.ts';

/** Named sorts, each served by an index. */
export const caseSorts = {
  updated: { field: 'updatedAt', descending: true },
  received: { field: 'startedAt', descending: true },
  due: { field: 'dueSort', descending: false },
} as const;
export type CaseSort = keyof typeof caseSorts;

export interface CaseQuery {
  readonly organisation: string;
  readonly sort?: CaseSort;
  readonly status?: CaseDocument['status'];
  /** Step or stage that is active. */
  readonly step?: string;
  readonly definition?: string;
  readonly dueBefore?: string;
  readonly parent?: string;
  readonly withIncidents?: boolean;
  /** Words that must all be found, each as the beginning of a word. */
  readonly text?: string;
  /** What the searcher may find by: `<definition>/<role>` of the roles held. */
  readonly readers?: readonly string[];
  readonly after?: Cursor;
  readonly limit: number;
}

export type CaseListRow = Pick<
  CaseDocument,
  | '_id'
  | 'organisation'
  | 'number'
  | 'title'
  | 'definition'
  | 'status'
  | 'outcome'
  | 'states'
  | 'severity'
  | 'startedAt'
  | 'createdAt'
  | 'updatedAt'
  | 'nextDueAt'
  | 'dueSort'
  | 'incidents'
  | 'parent'
  | 'revision'
  | 'channel'
  | 'businessKey'
  | 'keptAway'
>;
const shown = [
  'organisation',
  'number',
  'title',
  'definition',
  'status',
  'outcome',
  'states',
  'severity',
  'startedAt',
  'createdAt',
  'updatedAt',
  'nextDueAt',
  'dueSort',
  'incidents',
  'parent',
  'revision',
  'channel',
  'businessKey',
  'keptAway',
];
const projection = Object.fromEntries(shown.map((field) => [field, 1]));

/** Cases by status, step, due, text; pages by cursor. Who may see a case at all is the caller's to add. */
export async function listCases(query: CaseQuery, store: Store): Promise<Page<CaseListRow>> {
  const sorted = caseSorts[query.sort ?? 'updated'];
  const words = [...new Set(query.text === undefined ? [] : wordsOf(query.text))];
  if (query.text !== undefined && words.length === 0) return { rows: [], more: false };
  if (words.length > 0) return searchCases(query, words, sorted, store);
  const filter = { ...filterOf(query), ...(query.after === undefined ? {} : behind(query.after, sorted)) };
  const found = await store.cases
    .find(filter, projection)
    .sort({ [sorted.field]: sorted.descending ? -1 : 1, _id: 1 })
    .limit(query.limit + 1)
    .lean<CaseListRow[]>();
  return pageOf(found, query.limit, (row) => row[sorted.field]);
}

function filterOf(query: CaseQuery): { readonly [field: string]: unknown } {
  return {
    organisation: query.organisation,
    ...(query.status === undefined ? {} : { status: query.status }),
    ...(query.step === undefined ? {} : { states: query.step }),
    ...(query.definition === undefined ? {} : { 'definition.id': query.definition }),
    ...(query.parent === undefined ? {} : { 'parent.caseId': query.parent }),
    ...(query.dueBefore === undefined ? {} : { dueSort: { $lt: query.dueBefore } }),
    ...(query.withIncidents === true ? { 'incidents.at': { $gt: '' } } : {}),
  };
}

const hitsMax = 1_000;

/**
 * The most telling word is looked up as a prefix, the others are checked on what it finds, at most 1,000. Each token carries who may find by it, so
 * that a hit never tells what the searcher may not read.
 */
async function searchCases(
  query: CaseQuery,
  words: readonly string[],
  sorted: (typeof caseSorts)[CaseSort],
  store: Store,
): Promise<Page<CaseListRow>> {
  const readers = [anyReader, ...(query.readers ?? [])];
  const [first = '', ...others] = [...words].sort((one, other) => other.length - one.length);
  const lookUps = readers.map((reader) => ({ searchKeys: { $regex: `^${escaped(`${reader}|${first}`)}` } }));
  const filter = { ...filterOf(query), ...(lookUps.length === 1 ? lookUps[0] : { $or: lookUps }) };
  const hits = await store.cases
    .find(filter, { ...projection, searchKeys: 1 })
    .limit(hitsMax)
    .lean<(CaseListRow & Pick<CaseDocument, 'searchKeys'>)[]>();
  const fitting = hits.filter((hit) =>
    others.every((word) => readers.some((reader) => hit.searchKeys.some((key) => key.startsWith(`${reader}|${word}`)))),
  );
  const ordered = fitting.sort((one, other) => order(one, other, sorted));
  const rest = query.after === undefined ? ordered : ordered.filter((row) => isBehind(row, query.after, sorted));
  const page = pageOf(rest, query.limit, (row) => row[sorted.field]);
  return { ...page, rows: page.rows.map(({ searchKeys, ...row }) => row) };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function order(one: CaseListRow, other: CaseListRow, sorted: (typeof caseSorts)[CaseSort]): number {
  const [first, second] = [one[sorted.field], other[sorted.field]];
  if (first === second) return one._id < other._id ? -1 : 1;
  return first < second === sorted.descending ? 1 : -1;
}

function isBehind(row: CaseListRow, after: Cursor | undefined, sorted: (typeof caseSorts)[CaseSort]): boolean {
  if (after === undefined) return true;
  const value = row[sorted.field];
  return value === after.sort ? row._id > after.id : value < after.sort === sorted.descending;
}
