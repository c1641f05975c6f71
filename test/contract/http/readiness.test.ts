import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { startSettleSweep } from '../../../runtime-api/src/settle/sweep.ts';
import { startWorkers, type Workers } from '../../../runtime-api/src/start-workers.ts';
import { recording } from '../../complaint-answers.ts';
import type { Browser } from './browser.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase } from './world.ts';

const minuteMs = 60_000;
let server: TestServer;
let admin: Browser;
let id = '';
/** A server with one case, whose workers have stopped: what falls due is left lying. */
beforeEach(async () => {
  server = await TestServer.open();
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
  id = (await admin.post('/cases', newCase(new Date(server.clock.now()).toISOString()))).body.id;
  await server.idle();
  await server.running.workers.stop();
  // Read from two clocks a little apart: here they agree.
  Object.assign(server.running.office, { skewMs: () => 0 });
  expect(await ready()).toEqual({ status: 200, said: 'ok', failing: [] });
}, 30_000);
afterEach(() => server.close());

/** The status, and the parts that are said to fail. */
async function ready() {
  const answer = await fetch(`${server.base}/readyz`);
  const { status: said, parts }: { readonly status: string; readonly parts: Readonly<Record<string, { readonly ok: boolean }>> } =
    await answer.json();
  return { status: answer.status, said, failing: Object.keys(parts).filter((part) => parts[part]?.ok === false) };
}
const well = { status: 200, said: 'ok', failing: [] };
const failing = (...parts: readonly string[]) => ({ status: 503, said: 'failing', failing: parts });

/** Somebody takes the work up again, and what was left lying is done. */
async function workedOff(): Promise<void> {
  const workers: Workers = startWorkers(server.running.office.ports as Parameters<typeof startWorkers>[0]);
  await workers.idle();
  await workers.stop();
}

test('a store that does not answer makes it not ready, and only as long as it does not', async () => {
  const gone = jest.spyOn(server.running.store.effects, 'findOne').mockImplementation(() => {
    throw new Error('connection closed');
  });
  expect(await ready()).toEqual(failing('store'));
  expect(JSON.stringify(server.logged)).toContain('the store does not answer');
  gone.mockRestore();
  expect(await ready()).toEqual(well);
});

test('a store that did not take the last write makes it not ready, though it answers', async () => {
  const { store } = server.running;
  const before = store.losesWrites;
  Object.assign(store, { losesWrites: () => true });
  expect(await ready()).toEqual(failing('store'));
  Object.assign(store, { losesWrites: before });
  expect(await ready()).toEqual(well);
});

test.each([
  [4_999, true],
  [5_000, false],
  [-4_999, true],
  [-5_000, false],
  [0, true],
] as const)('a clock that is %i ms from the store’s: ready is %s', async (aheadMs, isReady) => {
  Object.assign(server.running.office, { skewMs: () => aheadMs });
  expect(await ready()).toEqual(isReady ? well : failing('clock'));
  Object.assign(server.running.office, { skewMs: () => 0 });
  expect(await ready()).toEqual(well);
});

test('a timer that is a minute late makes it not ready, until it has fired', async () => {
  const { rows } = (await admin.get(`/cases/${id}/timers`)).body;
  const due = Math.min(...rows.map((timer: { dueAt: string }) => Date.parse(timer.dueAt)));
  server.clock.jumpTo(due + minuteMs - 1);
  expect(await ready()).toEqual(well);
  server.clock.jumpTo(due + minuteMs);
  expect(await ready()).toEqual(failing('timers'));
  await workedOff();
  expect(await ready()).toEqual(well);
});

test('a case that nobody has copied for a minute makes it not ready, until it is copied; an effect that waits five minutes likewise', async () => {
  server.copyAfterwards();
  const [task] = (await admin.post('/tasks/search', { case: id })).body.rows;
  // Its letter is an effect, and nobody works it off.
  const done = await admin.post(`/tasks/${encodeURIComponent(task.id)}/completion`, { event: 'recorded', values: recording });
  expect(done).toMatchObject({ status: 200 });
  const since = server.clock.now();
  server.clock.jumpTo(since + minuteMs - 1);
  expect(await ready()).toEqual(well);
  server.clock.jumpTo(since + minuteMs);
  expect(await ready()).toEqual(failing('settling'));

  const sweep = startSettleSweep(server.running.office.ports);
  await sweep.look();
  await sweep.stop();
  expect(await ready()).toEqual(well);
  server.clock.jumpTo(since + 5 * minuteMs - 1);
  expect(await ready()).toEqual(well);
  server.clock.jumpTo(since + 5 * minuteMs);
  expect(await ready()).toEqual(failing('effects'));
  await workedOff();
  expect(await ready()).toEqual(well);
});
