import { readStanding } from './case-state.ts';
import { distinctValues } from './distinct-values.ts';
import type { CaseDocument } from './models/case.ts';
import type { EffectDocument } from './models/effect.ts';
import type { TaskDocument } from './models/task.ts';
import type { Store } from './store.ts';
import { sweep } from './tenant.ts';
import { withIncidents } from './with-incidents.ts';

/** How far anything is counted, and how many cases with something failed are read: what stops there says so. */
export interface CountingBounds {
  readonly counted: number;
  readonly read: number;
}

export interface Figure {
  readonly labels: { readonly [label: string]: string };
  readonly value: number;
}

/** What is open in the whole store now. `truncated`: figures that stopped at a bound, there is more. */
export interface OpenWork {
  readonly cases: readonly Figure[];
  readonly tasks: readonly Figure[];
  readonly incidents: readonly Figure[];
  readonly pending: number;
  readonly due: number;
  readonly unsettled: number;
  readonly waiting: number;
  readonly oldestMs: number;
  readonly truncated: ReadonlySet<string>;
}

/** Counted on indexes: only cases in which something failed are read. */
export async function openWork(store: Store, nowMs: number, bounds: CountingBounds): Promise<OpenWork> {
  const truncated = new Set<string>();
  const at = new Date(nowMs).toISOString();
  const limit = { limit: bounds.counted + 1 };
  const most = (figure: string, count: number): number => {
    if (count > bounds.counted) truncated.add(figure);
    return Math.min(count, bounds.counted);
  };
  const sums = { cases: sumsOf('cases_open', most), tasks: sumsOf('tasks_open', most), incidents: sumsOf('incidents_open', most) };
  for (const { _id: organisation } of await sweep(store.organisations.find({}, { _id: 1 }), 'organisations').lean<
    { readonly _id: string }[]
  >()) {
    const one = { store, organisation, at, bounds, truncated };
    await countCases(one, sums.cases);
    await countTasks(one, sums.tasks);
    await countIncidents(one, sums.incidents);
  }
  const [pending, due, unsettled, waiting, oldest] = await Promise.all([
    sweep(store.cases.countDocuments({ nextDueAt: { $gt: '' } }, limit), 'metrics'),
    sweep(store.cases.countDocuments({ nextDueAt: { $lte: at } }, limit), 'metrics'),
    sweep(store.cases.countDocuments({ unsettledAt: { $gt: '' } }, limit), 'metrics'),
    sweep(store.effects.countDocuments({ nextAt: { $lte: at } }, limit), 'metrics'),
    sweep(store.effects.findOne({ nextAt: { $lte: at } }, { nextAt: 1 }).sort({ nextAt: 1 }), 'metrics').lean<
      Pick<EffectDocument, 'nextAt'>
    >(),
  ]);
  return {
    cases: sums.cases.figures(),
    tasks: sums.tasks.figures(),
    incidents: sums.incidents.figures(),
    pending: most('timers_pending', pending),
    due: most('timers_due', due),
    unsettled: most('unsettled_cases', unsettled),
    waiting: most('outbox_pending', waiting),
    oldestMs: oldest?.nextAt === undefined ? 0 : Math.max(0, nowMs - Date.parse(oldest.nextAt)),
    truncated,
  };
}

interface Sums {
  readonly figure: string;
  readonly add: (labels: Figure['labels'], count: number) => void;
  readonly figures: () => readonly Figure[];
}

/** Adds up what has the same labels; organisations are no label. */
function sumsOf(figure: string, most: (figure: string, count: number) => number): Sums {
  const rows = new Map<string, Figure>();
  return {
    figure,
    add: (labels, count) => {
      const key = JSON.stringify(labels);
      rows.set(key, { labels, value: (rows.get(key)?.value ?? 0) + most(figure, count) });
    },
    figures: () => [...rows.values()],
  };
}

interface Counting {
  readonly store: Store;
  readonly organisation: string;
  readonly at: string;
  readonly bounds: CountingBounds;
  readonly truncated: Set<string>;
}

/** One count for every place where some case stands; a case that stands on two steps at once counts on both. */
async function countCases({ store, organisation, bounds, truncated }: Counting, sums: Sums): Promise<void> {
  const { values, more } = await distinctValues(async (after) => {
    const next = store.cases.findOne({ organisation, standing: { $gt: after } }, { standing: 1 }).sort({ standing: 1 });
    return (await next.lean<Pick<CaseDocument, 'standing'>>())?.standing;
  }, bounds.read);
  if (more) truncated.add(sums.figure);
  for (const standing of values) {
    const count = await store.cases.countDocuments({ organisation, standing }, { limit: bounds.counted + 1 });
    const { definition, steps } = readStanding(standing);
    for (const state of steps) sums.add({ definition, state }, count);
  }
}

/** Queues of an organisation in which something is open. */
export const openQueues = (store: Store, organisation: string, most: number) =>
  distinctValues(async (after) => {
    const next = store.tasks.findOne({ organisation, state: 'open', queue: { $gt: after } }, { queue: 1 }).sort({ queue: 1 });
    return (await next.lean<Pick<TaskDocument, 'queue'>>())?.queue;
  }, most);

async function countTasks({ store, organisation, at, bounds, truncated }: Counting, sums: Sums): Promise<void> {
  const { values, more } = await openQueues(store, organisation, bounds.read);
  if (more) truncated.add(sums.figure);
  const limit = { limit: bounds.counted + 1 };
  for (const queue of values) {
    const [overdue, inTime] = await Promise.all([
      store.tasks.countDocuments({ organisation, state: 'open', queue, dueSort: { $lt: at } }, limit),
      store.tasks.countDocuments({ organisation, state: 'open', queue, dueSort: { $gte: at } }, limit),
    ]);
    sums.add({ group: queue, overdue: 'true' }, overdue);
    sums.add({ group: queue, overdue: 'false' }, inTime);
  }
}

async function countIncidents({ store, organisation, bounds, truncated }: Counting, sums: Sums): Promise<void> {
  const failed = await store.cases
    .find(withIncidents(organisation), { incidents: 1 })
    .sort({ failedAt: -1, _id: 1 })
    .limit(bounds.read + 1)
    .lean<Pick<CaseDocument, 'incidents'>[]>();
  if (failed.length > bounds.read) truncated.add(sums.figure);
  for (const { incidents } of failed.slice(0, bounds.read)) for (const { kind } of incidents) sums.add({ kind }, 1);
}
