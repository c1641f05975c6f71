import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RoomKind, roomKinds } from '../../../runtime-api/src/live/rooms.ts';
import type { LiveMessage } from '../../../runtime-api/src/ports.ts';
import type { RightName } from '../../../runtime-api/src/store/models/people-person.ts';
import { recording } from '../../complaint-answers.ts';
import type { Browser } from '../http/browser.ts';
import { rightLetters } from '../http/right-letters.ts';
import { TestServer } from '../http/running-server.ts';
import { founded, newCase, password, staff } from '../http/world.ts';
import { type Ear, listenAt, until } from './ear.ts';

/** What may be heard in a room of that kind, by whom: of every kind of message, and of those `named` who is told which case or procedure it is about. */
interface Row {
  readonly joins: string;
  readonly hears: Readonly<Record<LiveMessage['kind'], string>>;
  readonly named: string;
}
/**
 * By hand, as the table of rights is. A room without a row does not compile. h t p c m a = the six rights, r = a role of a procedure, n = nothing,
 * f = every right and role in another organisation, s = a service that reads with the right of a handler, k = an own token of somebody who handles
 * complaints, which only starts cases, x = a session with many rights that was ended.
 */
const table: Readonly<Record<RoomKind, Row>> = {
  organisation: {
    joins: 'htpcmarnfs',
    hears: { case: 'htcrs', task: '', people: 'htpcmarns', definition: 'htpcmarns', inbox: '' },
    named: 'htcs', // Who sees some cases only does not learn of the others.
  },
  inbox: { joins: 'htpcmarnf', hears: { case: '', task: 'r', people: '', definition: '', inbox: 'r' }, named: 'r' },
  case: { joins: 'htcrs', hears: { case: 'htcrs', task: '', people: '', definition: '', inbox: '' }, named: 'htcrs' },
  // The other organisation has a procedure of the same name: its own.
  definition: { joins: 'pcf', hears: { case: '', task: '', people: '', definition: 'pc', inbox: '' }, named: 'pc' },
};
const asHandler = [{ definition: 'starter', roles: ['handler'] }];
const everyone = [...Object.keys(rightLetters), ...'rnfskx'];

let server: TestServer;
let caseId: string;
const ears = new Map<string, Ear>();
const joined = new Map<string, boolean>();
const roomOf: Readonly<Record<RoomKind, () => string>> = {
  organisation: () => 'organisation',
  inbox: () => 'inbox',
  case: () => `case:${caseId}`,
  definition: () => 'definition:starter',
};

beforeAll(async () => {
  server = await TestServer.open();
  const admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
  const owner = await staff(server, admin, { name: 'Olga', rights: ['process-owner'] });
  const worker = await staff(server, admin, { name: 'Hana', rights: ['handler'], assignments: asHandler });
  caseId = (await worker.browser.post('/cases', newCase('2026-03-02T08:00:00Z'))).body.id;

  for (const [letter, right] of Object.entries(rightLetters))
    await enter(letter, (await staff(server, admin, { name: right, rights: [right] })).browser);
  await enter('r', (await staff(server, admin, { name: 'Role', assignments: asHandler })).browser);
  await enter('n', (await staff(server, admin, { name: 'Nothing' })).browser);
  await enter('f', await foreigner());
  await enter('s', await bearer(admin, { name: 'report', rights: ['handler'], scope: ['read'], days: 7 }));
  const me = (await admin.get('/session')).body.person.id;
  await enter('k', await bearer(admin, { name: 'web form', person: me, scope: ['start'], days: 7 }));
  await cut(admin);

  await move(admin, owner.browser, worker.browser);
  // Whatever was told before is there when a later question is answered on the same line.
  for (const { socket } of ears.values()) if (socket.connected) await socket.emitWithAck('join', 'nothing');
}, 120_000);
afterAll(async () => {
  for (const { socket } of ears.values()) socket.disconnect();
  await server.close();
});

/** Into each room, as far as let. */
async function enter(letter: string, who: Browser): Promise<void> {
  const ear = await listenAt(server.base, who, who.token === '' ? {} : { Authorization: `Bearer ${who.token}` });
  ears.set(letter, ear);
  for (const kind of roomKinds) joined.set(`${letter} ${kind}`, (await ear.join(roomOf[kind]())).ok);
}

async function foreigner(): Promise<Browser> {
  const bea = await founded(server, { name: 'Blue Bank', email: 'bea@example.org', first: false, handles: true });
  const { person } = (await bea.get('/session')).body;
  await bea.patch(
    `/people/${person.id}`,
    { rights: ['administrator', 'process-owner', 'compliance', 'management'] },
    { 'If-Match': `"${person.revision}"` },
  );
  await bea.post('/session', { email: 'bea@example.org', password });
  return bea;
}

async function bearer(maker: Browser, wish: object): Promise<Browser> {
  const made = await maker.post('/tokens', wish);
  expect(made.status).toBe(201);
  const browser = server.browser();
  browser.token = made.body.token;
  return browser;
}

/** Lets somebody into every room, then ends the session. */
async function cut(admin: Browser): Promise<void> {
  const all: readonly RightName[] = ['handler', 'team-lead', 'process-owner', 'compliance', 'management'];
  const { browser } = await staff(server, admin, { name: 'Xenia', rights: all, assignments: asHandler });
  await enter('x', browser);
  expect(roomKinds.filter((kind) => !joined.get(`x ${kind}`))).toEqual([]);
  const { cookie } = browser;
  await browser.delete('/session');
  const ear = ears.get('x');
  await until(() => ear?.socket.disconnected === true);
  browser.cookie = cookie;
  await expect(listenAt(server.base, browser)).rejects.toThrow('not-signed-in');
  for (const kind of roomKinds) joined.set(`x ${kind}`, false);
}

/** Something of every kind happens. */
async function move(admin: Browser, owner: Browser, worker: Browser): Promise<void> {
  for (const { heard } of ears.values()) heard.length = 0;
  const done = async (asked: ReturnType<Browser['post']>) => expect((await asked).status).toBeLessThan(300);
  const { rows } = (await worker.post('/tasks/search', { case: caseId })).body;
  await done(worker.post(`/tasks/${encodeURIComponent(rows[0].id)}/completion`, { event: 'recorded', values: recording }));
  const jan = (await worker.post('/people/outside', { name: 'Jan', party: 'complainant' })).body.person.id;
  await done(worker.post(`/cases/${caseId}/events`, { event: 'addInfo', onBehalfOf: jan, values: { statement: 'It leaks again' } }));
  await done(worker.post('/cases', newCase('2026-03-02T08:00:00Z')));
  const { document } = (await owner.get('/definitions/starter/versions/1')).body;
  await done(owner.put('/definitions/starter/draft', { document }, { 'If-Match': '"0"' }));
  const { person } = (await admin.post('/people', { name: 'Somebody' })).body;
  await done(admin.patch(`/people/${person.id}`, { rights: ['management'] }, { 'If-Match': `"${person.revision}"` }));
  await server.idle();
}

test('every kind of room has its row', () => {
  expect(Object.keys(table).sort()).toEqual([...roomKinds].sort());
});

test('every kind of message is heard by somebody', () => {
  for (const kind of Object.keys(table.case.hears))
    expect(
      Object.values(table)
        .map(({ hears }) => hears[kind as LiveMessage['kind']])
        .join(''),
    ).not.toBe('');
});

describe.each(everyone)('whoever is "%s"', (letter) => {
  test.each(roomKinds)('in the room "%s"', (kind) => {
    const { joins, hears, named } = table[kind];
    const heard = (ears.get(letter)?.heard ?? []).filter(({ room }) => room === roomOf[kind]());
    expect({
      joins: joined.get(`${letter} ${kind}`),
      hears: [...new Set(heard.map(({ hint }) => hint.kind))].sort(),
      named: heard.some(({ hint }) => hint.caseId !== undefined || hint.definition !== undefined),
    }).toEqual({
      joins: joins.includes(letter),
      hears: Object.entries(hears)
        .flatMap(([what, letters]) => (letters.includes(letter) ? [what] : []))
        .sort(),
      named: named.includes(letter),
    });
  });

  test('hears nothing of rooms that were not asked for', () => {
    const asked = roomKinds.map((kind) => roomOf[kind]());
    expect((ears.get(letter)?.heard ?? []).filter(({ room }) => !asked.includes(room))).toEqual([]);
  });
});

test('nobody of another organisation is told who draws', async () => {
  const present = (letter: string) => JSON.stringify(ears.get(letter)?.present.get('definition:starter'));
  await until(() => /process-owner.*compliance/.test(present('p') ?? ''));
  await ears.get('f')?.join('organisation');
  expect(present('f')).not.toMatch(/process-owner|compliance|Xenia/);
});
