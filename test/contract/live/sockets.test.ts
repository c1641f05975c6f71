import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Socket } from 'socket.io-client';
import { recording } from '../../complaint-answers.ts';
import type { Browser } from '../http/browser.ts';
import { TestServer } from '../http/running-server.ts';
import { founded, newCase, staff } from '../http/world.ts';
import { type Ear, listenAt, until } from './ear.ts';

let server: TestServer;
let admin: Browser;
let handler: { browser: Browser; id: string };
const open: Socket[] = [];
beforeAll(async () => {
  server = await TestServer.open();
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org' });
  handler = await staff(server, admin, { name: 'Hana', rights: ['handler'], assignments: [{ definition: 'starter', roles: ['handler'] }] });
}, 30_000);
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(() => server.close());

const listen = async (browser: Browser | undefined, headers: Record<string, string> = {}): Promise<Ear> => {
  const ear = await listenAt(server.base, browser, headers);
  open.push(ear.socket);
  return ear;
};
const starting = async () => (await handler.browser.post('/cases', newCase('2026-03-02T08:00:00Z'))).body.id;

test('a page hears that its case changed: kind, id and revision, no words', async () => {
  const id = await starting();
  const ear = await listen(handler.browser);
  expect(await ear.join(`case:${id}`)).toEqual({ ok: true, revision: expect.any(Number) });
  const [task] = (await handler.browser.post('/tasks/search', { case: id })).body.rows;
  await handler.browser.post(`/tasks/${encodeURIComponent(task.id)}/completion`, { event: 'recorded', values: recording });
  await until(() => ear.heard.some(({ room }) => room === `case:${id}`));
  expect(ear.heard[0]).toEqual({ room: `case:${id}`, hint: { kind: 'case', caseId: id, revision: expect.any(Number) } });
  expect(JSON.stringify(ear.heard)).not.toMatch(/Kowalski|leaks|parcel/);
});

test('my tasks hear of a new task in one of my queues', async () => {
  const ear = await listen(handler.browser);
  expect(await ear.join('inbox')).toEqual({ ok: true });
  const id = await starting();
  await until(() => ear.heard.some(({ room, hint }) => room === 'inbox' && hint.kind === 'task' && hint.caseId === id));
});

test('nobody without a session comes in, nobody from another page', async () => {
  await expect(listen(undefined)).rejects.toThrow();
  await expect(listen(handler.browser, { Origin: 'https://evil.example' })).rejects.toThrow();
  const stale = server.browser();
  stale.cookie = `${handler.browser.cookie}x`;
  await expect(listen(stale)).rejects.toThrow();
});

test('a room is entered only by those who may see what it is about', async () => {
  const id = await starting();
  const outsider = await founded(server, { name: 'Blue Bank', email: 'bea@example.org', first: false, handles: true });
  const foreign = await listen(outsider);
  expect(await foreign.join(`case:${id}`)).toEqual({ ok: false, code: 'not-found' });
  expect(await foreign.join('organisation')).toEqual({ ok: true });
  const administrator = await listen(admin);
  expect(await administrator.join(`case:${id}`)).toEqual({ ok: false, code: 'not-found' });
  expect(await administrator.join('organisation')).toEqual({ ok: true });
  const mine = await listen(handler.browser);
  await mine.join('organisation');
  const next = await starting();
  await until(() => mine.heard.some(({ hint }) => hint.caseId === next));
  expect(foreign.heard).toEqual([]);
  expect(administrator.heard.filter(({ hint }) => hint.kind === 'case')).toEqual([]);
  for (const room of ['case:', 'case:../x', 'nothing', 'who x y', 'cases x', ''.padEnd(500, 'x')])
    expect(await mine.join(room)).toMatchObject({ ok: false });
});

test('the person complained about is not let into the room', async () => {
  const sam = await staff(server, admin, {
    name: 'Sam',
    rights: ['handler'],
    assignments: [{ definition: 'starter', roles: ['handler'] }],
  });
  const id = await starting();
  const ear = await listen(sam.browser);
  expect(await ear.join(`case:${id}`)).toEqual({ ok: true, revision: expect.any(Number) });
  const [task] = (await handler.browser.post('/tasks/search', { case: id })).body.rows;
  await handler.browser.post(`/tasks/${encodeURIComponent(task.id)}/completion`, {
    event: 'recorded',
    values: { ...recording, aboutWhom: [sam.id] },
  });
  expect(await ear.join(`case:${id}`)).toEqual({ ok: false, code: 'not-found' });
});

test('who signs out, is shut out or loses a right is cut at once', async () => {
  const gone = await staff(server, admin, { name: 'Gone', rights: ['handler'] });
  const ear = await listen(gone.browser);
  await ear.join('organisation');
  const { revision } = (await admin.get(`/people/${gone.id}`)).body;
  await admin.patch(`/people/${gone.id}`, { rights: [] }, { 'If-Match': `"${revision}"` });
  await until(() => ear.socket.disconnected);
  const again = await listen(gone.browser);
  expect(await again.join('organisation')).toEqual({ ok: true });
  await starting();
  expect(again.heard.filter(({ hint }) => hint.caseId !== undefined)).toEqual([]);
  await admin.post(`/people/${gone.id}/disabling`, undefined, { 'If-Match': `"${revision + 1}"` });
  await until(() => again.socket.disconnected);
  await expect(listen(gone.browser)).rejects.toThrow();
});

test('whoever comes with a token is cut when it is taken away, before the next sign of life', async () => {
  const made = await admin.post('/tokens', { name: 'Archive', scope: ['read'], days: 1, rights: ['handler'] });
  const ear = await listen(undefined, { Authorization: `Bearer ${made.body.token}` });
  expect(await ear.join('organisation')).toEqual({ ok: true });
  let beats = 0;
  ear.socket.on('beat', () => {
    beats += 1;
  });
  expect((await admin.delete(`/tokens/${made.body.row.id}`)).status).toBe(204);
  await until(() => ear.socket.disconnected);
  expect(beats).toBe(0);
});

test('a page that leaves a room hears nothing more of it', async () => {
  const id = await starting();
  const ear = await listen(handler.browser);
  await ear.join(`case:${id}`);
  ear.socket.emit('leave', `case:${id}`);
  await ear.join('inbox');
  const [task] = (await handler.browser.post('/tasks/search', { case: id })).body.rows;
  await handler.browser.post(`/tasks/${encodeURIComponent(task.id)}/claim`, {});
  await until(() => ear.heard.some(({ room }) => room === 'inbox'));
  expect(ear.heard.filter(({ room }) => room.startsWith('case:'))).toEqual([]);
});

test('rubbish on the wire harms nobody', async () => {
  const ear = await listen(handler.browser);
  for (const word of [null, 7, {}, ['case:x'], 'x'.repeat(5_000)]) ear.socket.emit('join', word, 'no function');
  ear.socket.emit('leave', { $ne: 1 });
  expect(await ear.join('inbox')).toEqual({ ok: true });
});
