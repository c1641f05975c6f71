import type { TaskDocument } from '../store/models/task.ts';
import type { Store } from '../store/store.ts';
import { behind, type Cursor, type Page, pageOf } from './cursor.ts';

export interface TaskQuery {
  readonly organisation: string;
  /** `mine`: claimed by the person; `queue`: of the person's roles and claimed by nobody; `case`: all of one case; `done`: by the person, latest first. */
  readonly which:
    | { readonly mine: string }
    | { readonly queues: readonly string[] }
    | { readonly case: string }
    | { readonly done: string };
  readonly dueBefore?: string;
  readonly after?: Cursor;
  readonly limit: number;
}

const byDue = { field: 'dueSort', descending: false } as const;
const byDone = { field: 'doneAt', descending: true } as const;

/** Tasks as people look for them, by due date; each list served by an index, pages by cursor. */
export async function listTasks(query: TaskQuery, store: Store): Promise<Page<TaskDocument>> {
  const { organisation, which } = query;
  if ('done' in which) return listed({ organisation, doneBy: which.done }, query, byDone, store);
  if ('case' in which) return listed({ organisation, caseId: which.case, state: 'open' }, query, byDue, store);
  if ('mine' in which) return listed({ organisation, state: 'open', holder: which.mine }, query, byDue, store);
  // One look a queue, then merged: each is the head of an index.
  const queues = await Promise.all(
    [...new Set(which.queues)].map((queue) => found({ organisation, state: 'open', queue, holder: '' }, query, byDue, store)),
  );
  const merged = queues
    .flat()
    .sort((one, other) => (one.dueSort === other.dueSort ? (one._id < other._id ? -1 : 1) : one.dueSort < other.dueSort ? -1 : 1));
  return pageOf(merged, query.limit, (row) => row.dueSort);
}

type Sorted = typeof byDue | typeof byDone;

async function listed(filter: object, query: TaskQuery, sorted: Sorted, store: Store): Promise<Page<TaskDocument>> {
  return pageOf(await found(filter, query, sorted, store), query.limit, (row) =>
    sorted.field === 'doneAt' ? (row.doneAt ?? '') : row.dueSort,
  );
}

async function found(filter: object, query: TaskQuery, sorted: Sorted, store: Store): Promise<readonly TaskDocument[]> {
  const due = query.dueBefore === undefined ? {} : { dueSort: { $lt: query.dueBefore } };
  const after = query.after === undefined ? {} : behind(query.after, sorted);
  return store.tasks
    .find({ ...filter, ...due, ...after })
    .sort({ [sorted.field]: sorted.descending ? -1 : 1, _id: 1 })
    .limit(query.limit + 1)
    .lean<TaskDocument[]>();
}
