import type { Store } from '../../runtime-api/dist/store/store.js';
import { organisation } from './bench-office.ts';

const perBatch = 500;
const names = ['Nowak', 'Kowalska', 'Rahimi', 'Hosseini', 'Smith', 'Okafor', 'Wiśniewski', 'Karimi', 'Jones', 'Zielińska'];

/** Copies of the one case that is there, asleep with an open task: other ids, other due times, other words to be found by. */
export async function fill(store: Store, from: number, to: number): Promise<number> {
  const one = await store.cases.findOne({ organisation, status: 'active' }).lean();
  const task = one && (await store.tasks.findOne({ organisation, caseId: one._id, state: 'open' }).lean());
  if (!one || !task) throw new Error('There is no case to copy');
  const now = Date.now();
  for (let first = from; first < to; first += perBatch) {
    const numbers = Array.from({ length: Math.min(perBatch, to - first) }, (_, n) => first + n);
    const rows = numbers.map((n) => ({ n, id: `sleeping-${n}`, dueAt: new Date(now + 86_400_000 + n * 40_000).toISOString() }));
    const cases = rows.map(({ n, id, dueAt }) => ({
      ...one,
      _id: id,
      updatedAt: new Date(now - n * 1_000).toISOString(),
      startedAt: new Date(now - n * 2_000).toISOString(),
      number: `2026-${String(n).padStart(6, '0')}`,
      title: `${names[n % names.length]} ${n}`,
      searchKeys: [...one.searchKeys, `*|word${n % 1_000}`, `*|2026-${String(n).padStart(6, '0')}`],
      nextDueAt: dueAt,
      dueSort: dueAt,
      timers: [],
      unsettled: { journal: [], effects: [] },
      unsettledAt: undefined,
    }));
    const tasks = rows.map(({ id, dueAt }) => ({ ...task, _id: `${id}:${task.task}`, caseId: id, dueAt, dueSort: dueAt }));
    await Promise.all([
      store.cases.collection.insertMany(cases.map(({ unsettledAt: _, ...row }) => row) as never),
      store.tasks.collection.insertMany(tasks as never),
    ]);
  }
  return to - from;
}
