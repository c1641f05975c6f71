import { ok, type Result } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { type ListedCase, listedFields, seenState } from '../store/listed-case.ts';
import type { TaskDocument } from '../store/models/task.ts';
import type { Caller } from './caller.ts';
import { pageSize, readCursor, writeCursor } from './cursor.ts';
import type { HttpRefusal } from './http-refusal.ts';
import type { Office } from './office.ts';
import type { TaskSearch } from './shapes/case-work.ts';
import type { TaskRow } from './shapes/work.ts';
import { queuesOf } from './views/queues-of.ts';
import { asReader } from './views/read-case.ts';
import { type ListedRead, taskRows } from './views/task-view.ts';

type Wish = Static<typeof TaskSearch>;
interface Found {
  readonly row: TaskDocument;
  readonly read: ListedRead;
}

/** Tasks by due date. Rows of cases the caller may not see are passed over. */
export async function searchTasks(
  office: Office,
  caller: Caller,
  wish: Wish,
): Promise<Result<{ readonly rows: readonly Static<typeof TaskRow>[]; readonly next?: string; readonly more: boolean }, HttpRefusal>> {
  const done = wish.scope === 'done';
  const [field, way] = done ? (['doneAt', -1] as const) : (['dueSort', 1] as const);
  const from = readCursor(field, 2, wish.after);
  if (!from.ok) return from;
  const filter = await filterOf(office, caller, wish);
  if (!filter) return ok({ rows: [], more: false });
  const limit = wish.limit ?? pageSize;
  const found: Found[] = [];
  let position = from.value;
  for (;;) {
    const [key, id] = position ?? [];
    const beyond =
      key === undefined || id === undefined
        ? {}
        : { $or: [{ [field]: way === 1 ? { $gt: key } : { $lt: key } }, { [field]: key, _id: { $gt: id } }] };
    const batch = await office.ports.store.tasks
      .find({ ...filter, $and: [beyond] })
      .sort({ [field]: way, _id: 1 })
      .limit(limit + 1)
      .lean<TaskDocument[]>();
    const reads = await readsOf(office, caller, batch);
    for (const row of batch) {
      const read = reads.get(row.caseId);
      if (!read) continue;
      if (found.length === limit)
        return ok({ rows: await taskRows(office, caller, found), ...(position ? { next: writeCursor(field, position) } : {}), more: true });
      found.push({ row, read });
      position = [String(row[field]), row._id];
    }
    const end = batch.at(-1);
    if (!end || batch.length <= limit) return ok({ rows: await taskRows(office, caller, found), more: false });
    position = [String(end[field]), end._id];
  }
}

/** Nothing if it cannot find anything: no role, no queue. */
async function filterOf(office: Office, caller: Caller, { scope = 'all', role, case: caseId, assignee, dueBefore }: Wish) {
  const { organisation, person } = caller;
  const narrower = {
    ...(caseId === undefined ? {} : { caseId }),
    ...(dueBefore === undefined ? {} : { dueSort: { $lt: new Date(dueBefore).toISOString() } }),
    ...(role === undefined ? {} : { role }),
  };
  if (scope === 'done') return person && { organisation, doneBy: person._id, state: 'done' as const, ...narrower };
  if (assignee !== undefined) return { organisation, state: 'open' as const, holder: assignee, ...narrower };
  if (scope === 'mine') return person && { organisation, state: 'open' as const, holder: person._id, ...narrower };
  const queues = await queuesOf(office, caller);
  const leads = caller.rights.includes('team-lead') || caller.rights.includes('handler');
  if (scope === 'queue')
    return queues.length === 0 ? undefined : { organisation, state: 'open' as const, queue: { $in: [...queues] }, holder: '', ...narrower };
  // All: what I hold, what waits for me, and for people in charge whatever is open.
  if (leads) return { organisation, state: 'open' as const, ...narrower };
  return (
    person && {
      organisation,
      state: 'open' as const,
      ...narrower,
      $or: [{ holder: person._id }, { queue: { $in: [...queues] }, holder: '' }],
    }
  );
}

/** The cases of a batch of rows, as far as the caller may see them. */
async function readsOf(office: Office, caller: Caller, rows: readonly TaskDocument[]): Promise<ReadonlyMap<string, ListedRead>> {
  const ids = [...new Set(rows.map(({ caseId }) => caseId))];
  const documents = await office.ports.store.cases
    .find({ organisation: caller.organisation, _id: { $in: ids } }, listedFields)
    .lean<ListedCase[]>();
  const reads = new Map<string, ListedRead>();
  for (const document of documents) {
    const read = await asReader(office, caller, { document, state: seenState(document) });
    if (read) reads.set(document._id, read);
  }
  return reads;
}
