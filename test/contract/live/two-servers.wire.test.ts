import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { followOthers } from '../../../runtime-api/src/live/follow.ts';
import type { LiveMessage } from '../../../runtime-api/src/ports.ts';
import { recording } from '../../complaint-answers.ts';
import type { Browser } from '../http/browser.ts';
import { TestServer } from '../http/running-server.ts';
import { founded, newCase, staff } from '../http/world.ts';
import { type Ear, listenAt, until } from './ear.ts';

// Two servers on one store of MONGODB_URI. Pages are connected to the second, everything is done through the first.
let first: TestServer;
let second: TestServer;
let handler: Browser;
let ear: Ear;
let stop = async (): Promise<void> => undefined;
const ignore = () => undefined;
const quiet = { info: ignore, warn: ignore, error: ignore };
const polling = (server: TestServer) => server.logged.some(({ message }) => message.startsWith('no change stream here'));
beforeAll(async () => {
  first = await TestServer.open();
  second = await TestServer.open(undefined, { beside: first, switches: ['inspection'] });
  const admin = await founded(first, { name: 'Green Bank', email: 'ada@example.org' });
  handler = (await staff(first, admin, { name: 'Hana', rights: ['handler'], assignments: [{ definition: 'starter', roles: ['handler'] }] }))
    .browser;
  ear = await listenAt(second.base, handler);
  await ear.join('organisation');
  await ear.join('inbox');
}, 180_000);
afterAll(async () => {
  await stop();
  ear.socket.disconnect();
  await second.close();
  await first.close();
});

const starting = async (): Promise<string> => (await handler.post('/cases', newCase('2026-03-02T08:00:00Z'))).body.id;
const openTask = async (id: string): Promise<string> => (await handler.post('/tasks/search', { case: id })).body.rows[0].id;

test('they follow by a change stream exactly where the server has them', async () => {
  const streams = process.env.MONGODB_STREAMS;
  await starting();
  if (streams === 'yes') expect([polling(first), polling(second)]).toEqual([false, false]);
  if (streams === 'no') expect([polling(first), polling(second)]).toEqual([true, true]);
  for (const { facts, message } of [...first.logged, ...second.logged])
    if (message.startsWith('no change stream')) expect(JSON.stringify(facts)).toMatch(/\$changeStream/);
});

test('a page at the second server hears of every event that the first one committed, of each once', async () => {
  const id = await starting();
  expect(await ear.join(`case:${id}`)).toEqual({ ok: true, revision: expect.any(Number) });
  const room = `case:${id}`;
  await handler.post(`/tasks/${encodeURIComponent(await openTask(id))}/claim`, {});
  await handler.post(`/tasks/${encodeURIComponent(await openTask(id))}/completion`, { event: 'recorded', values: recording });
  await first.idle();
  const { revision } = (await handler.get(`/cases/${id}`)).body;
  const heard = () => ear.heard.filter((one) => one.room === room).map(({ hint }) => hint.revision);
  await until(() => heard().includes(revision));
  expect(new Set(heard()).size).toBe(heard().length);
  expect(ear.heard.find((one) => one.room === room)).toEqual({ room, hint: { kind: 'case', caseId: id, revision: expect.any(Number) } });
  // Whoever inspects it there asks again and has all of it.
  const there = second.browser();
  there.cookie = handler.cookie;
  const { rows } = (await there.get(`/cases/${id}/inspection`)).body;
  const told = rows.filter(({ type }: { type: string }) => type === '@xstate.event').map((row: { revision: number }) => row.revision);
  expect(told).toEqual(Array.from({ length: revision }, (_, index) => index + 1));
});

test('my tasks at the second server hear of each new task, however many come at once', async () => {
  const ids = await Promise.all(Array.from({ length: 30 }, starting));
  const missing = () =>
    ids.filter((id) => !ear.heard.some(({ room, hint }) => room === 'inbox' && hint.kind === 'task' && hint.caseId === id));
  await until(() => missing().length === 0);
}, 180_000);

test('what the page then reads at the second server is there', async () => {
  const id = await starting();
  await until(() => ear.heard.some(({ room, hint }) => room === 'inbox' && hint.caseId === id));
  const there = second.browser();
  there.cookie = handler.cookie;
  there.csrf = handler.csrf;
  expect((await there.get(`/cases/${id}`)).body).toMatchObject({ id });
  expect((await there.post('/tasks/search', { case: id })).body.rows).toHaveLength(1);
});

test('rows that are copied after their line are told all the same', async () => {
  const { store } = first.running;
  const told: LiveMessage[] = [];
  stop = followOthers({ store, clock: first.clock, live: { tell: (message) => told.push(message) }, log: quiet, listeners: () => 1 });
  const of = { organisation: 'slow', caseId: 'slow-case', revision: 1 };
  const at = new Date(first.clock.now()).toISOString();
  const copy = (n: number) =>
    store.journal.create({ ...of, _id: `slow-case:${n}`, at, eventId: 'e', type: 't', bodyHash: 'h', hash: 'h', writtenAt: at });
  // A stream opens in its own time: lines are copied until one of them is heard.
  for (let n = 1; told.length === 0 && n < 100; n++) {
    await copy(n);
    await new Promise((go) => setTimeout(go, 50));
  }
  await until(() => told.some(({ kind, caseId }) => kind === 'case' && caseId === 'slow-case'));
  const row = {
    ...of,
    task: 't',
    step: 's',
    kind: 'work' as const,
    role: 'handler',
    queue: 'starter/handler',
    definition: {},
    openedAt: at,
  };
  await store.tasks.create({ ...row, _id: 'slow-case:t', dueSort: at, state: 'open' });
  await until(() => told.some(({ kind, queues }) => kind === 'task' && queues?.[0] === 'starter/handler'));
});

test('a server that stops ends its following', async () => {
  const third = await TestServer.open(undefined, { beside: first });
  const warned = () => third.logged.filter(({ level }) => level !== 'info');
  // It follows in its own time: closed before it has begun it would have nothing to end.
  await until(() => polling(third) === polling(second));
  await third.close();
  expect(warned()).toEqual([]);
});
