import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Socket } from 'socket.io-client';
import type { Browser } from '../http/browser.ts';
import { TestServer } from '../http/running-server.ts';
import { founded, password, staff } from '../http/world.ts';
import { type Ear, listenAt, until } from './ear.ts';

let server: TestServer;
let admin: Browser;
let olga: { browser: Browser; id: string };
let carl: { browser: Browser; id: string };
const room = 'definition:starter';
const open: Socket[] = [];
beforeAll(async () => {
  server = await TestServer.open();
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org' });
  olga = await staff(server, admin, { name: 'Olga', rights: ['process-owner'] });
  carl = await staff(server, admin, { name: 'Carl', rights: ['compliance'] });
}, 30_000);
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(() => server.close());

const listen = async (browser: Browser): Promise<Ear> => {
  const ear = await listenAt(server.base, browser);
  open.push(ear.socket);
  return ear;
};
const at = (who: { id: string }, name: string, element?: string) => ({
  person: who.id,
  name,
  ...(element === undefined ? {} : { element }),
});
const told = (ear: Ear) => JSON.stringify(ear.present.get(room));

test('who reads the draft hears of each save, others only that something changed', async () => {
  const [reader, outsider] = [await listen(carl.browser), await listen(admin)];
  expect(await reader.join(room)).toEqual({ ok: true });
  expect(await outsider.join(room)).toEqual({ ok: false, code: 'not-found' });
  await outsider.join('organisation');
  const { document } = (await olga.browser.get('/definitions/starter/versions/1')).body;
  for (const revision of [0, 1]) await olga.browser.put('/definitions/starter/draft', { document }, { 'If-Match': `"${revision}"` });
  await until(() => reader.heard.length === 2 && outsider.heard.length === 2);
  expect(reader.heard).toEqual([1, 2].map((revision) => ({ room, hint: { kind: 'definition', definition: 'starter', revision } })));
  expect(outsider.heard).toEqual([1, 2].map(() => ({ room: 'organisation', hint: { kind: 'definition' } })));
  const foreign = await listen(await founded(server, { name: 'Blue Bank', email: 'bea@example.org', first: false }));
  expect(await foreign.join(room)).toEqual({ ok: false, code: 'not-found' });
});

test('who reads the draft hears of what is said about it, of each step of its life, and of its publication', async () => {
  const reader = await listen(carl.browser);
  await reader.join(room);
  const path = '/definitions/starter';
  const { document, revision } = (await olga.browser.get(`${path}/draft`)).body;
  const match = (on: number) => ({ 'If-Match': `"${on}"` });
  const { id } = (await carl.browser.post(`${path}/draft/comments`, { element: 'recording', text: 'Who?' })).body;
  await olga.browser.post(`${path}/draft/comments/${id}/replies`, { text: 'The branch' });
  await olga.browser.post(`${path}/draft/comments/${id}/resolution`, { resolved: true });
  await olga.browser.put(`${path}/draft`, { document: { ...document, title: { ...document.title, en: 'Ours' } } }, match(revision));
  await olga.browser.post(`${path}/draft/submission`, undefined, match(revision + 1));
  await carl.browser.post(`${path}/draft/approval`, { password }, match(revision + 2));
  expect((await olga.browser.post(`${path}/publication`, undefined, match(revision + 3))).status).toBe(200);
  const hint = (on: number) => ({ room, hint: { kind: 'definition', definition: 'starter', revision: on } });
  await until(() => reader.heard.length === 7);
  expect(reader.heard).toEqual([0, 0, 0, 1, 2, 3, 3].map((on) => hint(revision + on)));
});

test('two who draw see each other and where each is, until one goes or loses the right', async () => {
  const [olgas, carls] = [await listen(olga.browser), await listen(carl.browser)];
  olgas.socket.emit('here', room, 'recording'); // Told before the room is entered: not lost.
  await olgas.join(room);
  await carls.join(room);
  await until(() => told(olgas) === JSON.stringify([at(olga, 'Olga', 'recording'), at(carl, 'Carl')]));
  carls.socket.emit('here', room, 'examining');
  await until(() => told(olgas) === JSON.stringify([at(olga, 'Olga', 'recording'), at(carl, 'Carl', 'examining')]));
  for (const rubbish of [null, 7, {}, 'x'.repeat(201)]) carls.socket.emit('here', room, rubbish);
  carls.socket.emit('here', { $ne: 1 }, 'deciding');
  carls.socket.emit('leave', room);
  await until(() => told(olgas) === JSON.stringify([at(olga, 'Olga', 'recording')]));
  await carls.join(room);
  await until(() => told(olgas).includes('Carl'));
  const { revision } = (await admin.get(`/people/${carl.id}`)).body;
  await admin.patch(`/people/${carl.id}`, { rights: ['handler'] }, { 'If-Match': `"${revision}"` });
  await until(() => told(olgas) === JSON.stringify([at(olga, 'Olga', 'recording')]));
  expect(await (await listen(carl.browser)).join(room)).toEqual({ ok: false, code: 'not-found' });
});

test('somebody outside the room is told nothing of who is in it', async () => {
  const [olgas, outsider] = [await listen(olga.browser), await listen(admin)];
  outsider.socket.emit('here', room, 'recording');
  await outsider.join(room);
  await olgas.join(room);
  await until(() => told(olgas) === JSON.stringify([at(olga, 'Olga')]));
  expect(outsider.present.size).toBe(0);
});
