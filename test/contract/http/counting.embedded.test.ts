import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runningCases } from '../../../runtime-api/src/store/running-cases.ts';
import type { Browser } from './browser.ts';
import { readFigures } from './figures.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase, staff } from './world.ts';

const many = 3_000;
let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await TestServer.open();
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
  await admin.post('/cases', newCase(new Date(server.clock.now()).toISOString()));
  await server.idle();
  const { store } = server.running;
  const { id: organisation } = (await admin.get('/organisation')).body;
  const found = await store.cases.findOne({ organisation, status: 'active' }).lean();
  const task = await store.tasks.findOne({ organisation, state: 'open' }).lean();
  if (found === null || task === null) throw new Error('no case');
  const { unsettledAt: _quiet, nextDueAt: _none, standing: _where, ...settled } = found;
  const running = { standing: 'starter recording', nextDueAt: '2099-01-01T00:00:00.000Z' };
  const ended = { status: 'ended' as const, outcome: 'answered', dueSort: '9999-12-31T00:00:00.000Z' };
  for (let from = 0; from < many; from += 500) {
    const ids = Array.from({ length: 500 }, (_, n) => from + n);
    await store.cases.insertMany(ids.map((n) => ({ ...settled, ...running, _id: `running-${n}` })));
    await store.cases.insertMany(ids.map((n) => ({ ...settled, ...ended, _id: `ended-${n}` })));
    await store.tasks.insertMany(ids.map((n) => ({ ...task, _id: `task-${n}`, dueSort: '2099-01-01T00:00:00.000Z' })));
  }
}, 60_000);
afterAll(() => server.close());

/** Documents that the store read for it. */
async function read(ask: () => Promise<unknown>): Promise<number> {
  const before = server.running.store.stats?.().examined ?? Number.NaN;
  await ask();
  return (server.running.store.stats?.().examined ?? Number.NaN) - before;
}

test('figures of an organisation with thousands of cases stop at 1,000 and say that there are more, without reading the cases', async () => {
  const reads = await read(() => admin.get('/statistics'));
  expect(reads).toBeLessThan(100);
  const { body } = await admin.get('/statistics');
  const full = { count: 1000, more: true };
  expect(body.cases).toMatchObject({ active: full, ended: full, overdue: { count: 0, more: false } });
  expect(body.tasks).toEqual({ open: full, overdue: { count: 0, more: false }, unassigned: full });
  expect(body.byDefinition.find((one: { definition: string }) => one.definition === 'starter')).toMatchObject({
    active: full,
    ended: full,
    outcomes: { answered: full },
    more: false,
  });
  expect(body.byDefinition.find((one: { definition: string }) => one.definition === 'complaint')).toMatchObject({
    active: { count: 0, more: false },
    outcomes: {},
  });
});

test('gauges are exact over thousands of cases, without reading them', async () => {
  expect(await read(() => readFigures(server.base))).toBeLessThan(100);
  const { value } = await readFigures(server.base);
  expect(value('redress_cases_open{definition="starter",state="recording"}')).toBe(many + 1);
  expect(value('redress_tasks_open{group="starter/handler",overdue="false"}')).toBe(many + 1);
  expect(value('redress_tasks_open{group="starter/handler",overdue="true"}')).toBe(0);
  expect(value('redress_timers_pending')).toBe(many + 1);
});

test('running cases of a procedure are counted by version and step without reading them, nor those that ended', async () => {
  const owner = (await staff(server, admin, { name: 'Olga', rights: ['process-owner'] })).browser;
  await owner.get('/definitions/starter/running');
  const ask = () => owner.get('/definitions/starter/running');
  expect(await read(ask)).toBeLessThan(20);
  expect((await ask()).body).toEqual({
    versions: [{ version: 1, cases: many + 1, steps: [{ step: 'recording', cases: many + 1 }] }],
    capped: false,
  });
});

test('counting running cases stops at its bounds and says so', async () => {
  const { id: organisation } = (await admin.get('/organisation')).body;
  const { store } = server.running;
  const found = await store.cases.findOne({ organisation, _id: 'running-0' }).lean();
  if (found === null) throw new Error('no case');
  const places = ['examining', 'reviewing', 'deciding'].map((step) => ({ ...found, _id: step, standing: `starter ${step} recording` }));
  await store.cases.insertMany(places);
  const counted = (bounds: { cases: number; places: number }) =>
    runningCases(store, { organisation, definition: 'starter' }, { versions: 200, ...bounds });
  expect(await counted({ cases: many + 4, places: 4 })).toMatchObject({ versions: [{ cases: many + 4 }], capped: false });
  // Two steps at once: the case is counted once, and once in each of its steps.
  expect((await counted({ cases: many + 4, places: 4 }))?.versions[0]?.steps).toContainEqual({ step: 'recording', cases: many + 4 });
  expect(await counted({ cases: many + 3, places: 4 })).toMatchObject({ versions: [{ cases: many + 3 }], capped: true });
  expect(await counted({ cases: many + 4, places: 3 })).toMatchObject({ capped: true });
  expect(await counted({ cases: 10, places: 4 })).toMatchObject({ versions: [{ cases: 10 }], capped: true });
  expect(await runningCases(store, { organisation, definition: 'starter' }, { cases: 10, places: 4, versions: 0 })).toMatchObject({
    capped: true,
  });
});
