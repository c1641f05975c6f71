import { ok, type Result } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { wordsOf } from '../search/fold.ts';
import { anyReader, searchKey } from '../search/keys.ts';
import { type ListedCase, listedFields, searchedFields, seenState } from '../store/listed-case.ts';
import type { CaseDocument } from '../store/models/case.ts';
import type { Caller } from './caller.ts';
import { pageSize, readCursor, writeCursor } from './cursor.ts';
import type { HttpRefusal } from './http-refusal.ts';
import type { Office } from './office.ts';
import type { CaseSearch } from './shapes/case-work.ts';
import { caseRow } from './views/case-row.ts';
import { queuesOf } from './views/queues-of.ts';
import { asReader } from './views/read-case.ts';
import { beginsWith } from './word-pattern.ts';

type Wish = Static<typeof CaseSearch>;
type Row = ReturnType<typeof caseRow>;
type Listed = ListedCase & Partial<Pick<CaseDocument, 'searchKeys'>>;

/** Named sorts: what the store has an index for. */
const sorts = {
  due: { field: 'dueSort', way: 1 },
  updated: { field: 'updatedAt', way: -1 },
  received: { field: 'startedAt', way: -1 },
} as const;
/** One page looks at no more cases than this, hits of a word or not: what lies behind them is on the next page, which may be nearly empty. */
const hitsMax = 1000;
/** Cases that the caller may see. Rows he may not see are passed over, so that neither a hit nor a count tells of them. */
export async function searchCases(
  office: Office,
  caller: Caller,
  wish: Wish,
): Promise<Result<{ readonly rows: readonly Row[]; readonly next?: string; readonly more: boolean }, HttpRefusal>> {
  const sort = sorts[wish.sort ?? 'updated'];
  const from = readCursor(sort.field, 2, wish.after);
  if (!from.ok) return from;
  const limit = wish.limit ?? pageSize;
  const at = new Date(office.desk.clock.now()).toISOString();
  const words = wordsOf(wish.text ?? '').slice(0, 6);
  const readers = words.length === 0 ? [] : await readersOf(office, caller);

  const rows: Row[] = [];
  let [position, examined] = [from.value, 0];
  for (;;) {
    const batch = await read(office, caller, { wish, at, words, readers, position, take: words.length > 0 ? 200 : limit + 1 });
    for (const document of batch) {
      examined += 1;
      if (!found(document, words, readers)) continue;
      const seen = await asReader(office, caller, { document, state: seenState(document) });
      if (!seen) continue;
      if (rows.length === limit) {
        return ok({ rows, ...(position ? { next: writeCursor(sort.field, position) } : {}), more: true });
      }
      rows.push(caseRow(document, seen, at));
      position = [String(document[sort.field]), document._id];
    }
    const end = batch.at(-1);
    if (!end || batch.length < (words.length > 0 ? 200 : limit + 1)) return ok({ rows, more: false });
    position = [String(end[sort.field]), end._id];
    if (examined >= hitsMax) return ok({ rows, next: writeCursor(sort.field, position), more: true });
  }
}

interface Reading {
  readonly wish: Wish;
  readonly at: string;
  readonly words: readonly string[];
  readonly readers: readonly string[];
  readonly position: readonly string[] | undefined;
  readonly take: number;
}

async function read(
  { ports }: Office,
  { organisation }: Caller,
  { wish, at, words, readers, position, take }: Reading,
): Promise<readonly Listed[]> {
  const sort = sorts[wish.sort ?? 'updated'];
  const [key, id] = position ?? [];
  const [first] = words;
  const filter = {
    organisation,
    ...(wish.status ? { status: { $in: wish.status } } : {}),
    ...(wish.definition ? { 'definition.id': wish.definition } : {}),
    ...(wish.step ? { states: wish.step } : {}),
    ...(wish.overdue ? { status: 'active' as const, dueSort: { $lt: at } } : {}),
    $and: [
      ...(first === undefined ? [] : [{ $or: readers.map((reader) => ({ searchKeys: beginsWith(searchKey(reader, first)) })) }]),
      ...(key === undefined || id === undefined
        ? [{}]
        : [{ $or: [{ [sort.field]: sort.way === 1 ? { $gt: key } : { $lt: key } }, { [sort.field]: key, _id: { $gt: id } }] }]),
    ],
  };
  return await ports.store.cases
    .find(filter, words.length > 0 ? searchedFields : listedFields)
    .sort({ [sort.field]: sort.way, _id: 1 })
    .limit(take)
    .lean<Listed[]>();
}

/** Every word must begin a word that this reader may find by. */
const found = ({ searchKeys = [] }: Listed, words: readonly string[], readers: readonly string[]) =>
  words.every((word) => readers.some((reader) => searchKeys.some((key) => key.startsWith(searchKey(reader, word)))));

/** What a person may find by: words open to all readers, and those of fields that a role of theirs may see. */
async function readersOf(office: Office, caller: Caller): Promise<readonly string[]> {
  return [anyReader, ...(await queuesOf(office, caller))];
}
