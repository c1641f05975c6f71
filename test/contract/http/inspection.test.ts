import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createInspector, type StatelyInspectionEvent } from '@xstate/inspect';
import { createActor, createMachine } from 'xstate';
import type { WireEvent } from '../../../runtime-api/src/inspect/wire-event.ts';
import type { ContentsDocument } from '../../../runtime-api/src/store/models/journal.ts';
import { sweep } from '../../../runtime-api/src/store/tenant.ts';
import { examination, recording } from '../../complaint-answers.ts';
import { type Ear, listenAt, until } from '../live/ear.ts';
import type { Browser } from './browser.ts';
import { ComplaintOffice, definitions } from './complaint-office.ts';
import { enc } from './play.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase, password, staff } from './world.ts';

let server: TestServer;
let admin: Browser;
let worked: string;
beforeAll(async () => {
  server = await TestServer.open(undefined, { switches: ['inspection'] });
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
  worked = await workedCase();
}, 60_000);
afterAll(() => server.close());

const starter = definitions.find(({ id }) => id === 'starter');

async function started(): Promise<string> {
  const { id } = (await admin.post('/cases', newCase('2026-03-02T08:00:00Z'))).body;
  await server.idle();
  return id;
}

async function completes(caseId: string, event: string, values: object): Promise<void> {
  const [task] = (await admin.post('/tasks/search', { case: caseId })).body.rows;
  const done = await admin.post(`/tasks/${enc(task.id)}/completion`, { event, values });
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  await server.idle();
}

/** A case with answers, a person for whom something was recorded, a deadline that passed, and an end with a reason. */
async function workedCase(): Promise<string> {
  const id = await started();
  await completes(id, 'recorded', { ...recording, description: 'Kettle exploded at noon' });
  const jan = (await admin.post('/people/outside', { name: 'Jadwiga Wrona', party: 'complainant' })).body.person.id;
  const recorded = { channel: 'phone', evidence: 'call on tape nineteen' };
  await admin.post(`/cases/${id}/events`, { event: 'statusRequest', onBehalfOf: jan, recorded });
  await completes(id, 'examined', examination);
  await server.pass(12 * 86_400_000);
  await admin.post('/session', { email: 'ada@example.org', password }); // Nobody stays signed in that long.
  await admin.post(`/cases/${id}/cancellation`, { reason: 'entered twice by accident' });
  await server.idle();
  return id;
}

const inspected = async (id: string, after = 0, by = admin) => (await by.get(`/cases/${id}/inspection?after=${after}`)).body;
const rowsOf = async (id: string, after = 0): Promise<readonly WireEvent[]> => (await inspected(id, after)).rows;
const journalOf = async (id: string): Promise<readonly { readonly revision: number; readonly event: string }[]> =>
  (await admin.get(`/cases/${id}/timeline?limit=200`)).body.rows;
const ofType = <Type extends WireEvent['type']>(rows: readonly WireEvent[], type: Type) =>
  rows.filter((row): row is Extract<WireEvent, { readonly type: Type }> => row.type === type);

/** What the library sends of the same procedure without its guards and actions, when the same events come. */
async function libraryOf(events: readonly string[]): Promise<readonly StatelyInspectionEvent[]> {
  const states = Object.entries(starter?.machine.states ?? {}).map(([id, { tags = [], on = {}, type }]) => {
    const rows = Object.entries(on).map(([event, [row]]) => [event, row?.target === undefined ? {} : { target: row.target }]);
    return [id, { id, tags: [...tags], on: Object.fromEntries(rows), ...(type === 'final' ? { type } : {}) }];
  });
  const sent: StatelyInspectionEvent[] = [];
  const inspector = createInspector({ send: (event) => void sent.push(event) });
  const machine = createMachine({ id: 'starter', initial: starter?.machine.initial ?? '', states: Object.fromEntries(states) });
  const actor = createActor(machine, { inspect: inspector.inspect });
  actor.start();
  for (const type of events) actor.send({ type, values: { description: 'anything' } });
  await new Promise((idle) => setTimeout(idle, 0)); // It sends when the process has nothing else to do.
  return JSON.parse(JSON.stringify(sent));
}

/** Names of members with the type of what they hold; what they hold inside themselves is data. */
const shapeOf = (event: object) =>
  Object.fromEntries(Object.entries(event).map(([name, value]) => [name, Array.isArray(value) ? 'array' : typeof value]));

test('what a case sends has the shape of what the library itself sends of an equal machine, in the same order', async () => {
  const rows = await rowsOf(worked);
  const moves = ['recorded', 'examined'];
  const theirs = await libraryOf(moves);
  const ours = rows.filter((row) => row.type === '@xstate.actor' || ['case.begin', ...moves].includes(row.event.type));
  expect(ours.map(({ type }) => type)).toEqual(theirs.map(({ type }) => type));
  for (const [index, event] of theirs.entries()) {
    const { revision, ...wire } = shapeOf(ours[index] ?? {});
    const { microsteps, ...shared } = wire;
    expect({ revision, microsteps }).toEqual({ revision: 'number', microsteps: event.type === '@xstate.snapshot' ? 'array' : undefined });
    // The library leaves `id` empty although its own type says text, and knows no sender of the first event.
    expect(shared).toEqual({ ...shapeOf(event), id: 'string', ...(event.type === '@xstate.event' ? { sourceId: 'string' } : {}) });
    expect(ours[index]?._version).toBe(event._version);
  }
});

test('a snapshot stands where the machine of XState stands after the same events, with its tags', async () => {
  const moves = ['recorded', 'examined'];
  const [theirs, rows] = [await libraryOf(moves), await rowsOf(worked)];
  const standing = theirs.flatMap((event) => (event.type === '@xstate.snapshot' ? [Object(event.snapshot)] : []));
  const ours = ofType(rows, '@xstate.snapshot').filter(({ event }) => ['case.begin', ...moves].includes(event.type));
  expect(ours.map(({ snapshot }) => snapshot.value)).toEqual(standing.map(({ value }) => value));
  // `wait:` tags are added when a procedure is compiled.
  expect(ours.map(({ snapshot }) => snapshot.tags.filter((tag) => !tag.startsWith('wait:')))).toEqual(standing.map(({ tags }) => tags));
  for (const [index, { snapshot }] of ours.entries()) expect(shapeOf(snapshot)).toEqual(shapeOf(standing[index]));
});

test('the actor carries the machine, the case is its session and its family the root', async () => {
  const [actor] = ofType(await rowsOf(worked), '@xstate.actor');
  expect(actor).toMatchObject({ name: 'starter', sessionId: worked, rootId: worked, revision: 1, snapshot: { status: 'active' } });
  expect(actor?.parentId).toBeUndefined();
  expect(JSON.parse(actor?.definition ?? '')).toEqual({ id: 'starter', ...starter?.machine });
});

test('events stand in the order of the journal, one by one and without a gap; from any revision on it is the same', async () => {
  const [rows, lines] = [await rowsOf(worked), await journalOf(worked)];
  const events = ofType(rows, '@xstate.event');
  expect(events.map(({ revision, event }) => ({ revision, event: event.type }))).toEqual(
    lines.map(({ revision, event }) => ({ revision, event })),
  );
  expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index + 1));
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  for (const { revision } of events) expect(await rowsOf(worked, revision)).toEqual(rows.filter((row) => row.revision > revision));
});

test('a long case comes in pages, and the pages are the whole', async () => {
  const id = await started();
  const [task] = (await admin.post('/tasks/search', { case: id })).body.rows;
  for (let turn = 0; turn < 51; turn += 1) for (const act of ['claim', 'release']) await admin.post(`/tasks/${enc(task.id)}/${act}`, {});
  const first = await inspected(id);
  expect(first).toMatchObject({ more: true, next: '100' });
  const second = await inspected(id, Number(first.next));
  expect(second.more).toBe(false);
  const revisions = ofType([...first.rows, ...second.rows], '@xstate.event').map(({ revision }) => revision);
  expect(revisions).toEqual((await journalOf(id)).map((_, index) => index + 1));
}, 60_000);

test('who sent it is told as a kind, never as a name', async () => {
  const events = ofType(await rowsOf(worked), '@xstate.event');
  const sources = Object.fromEntries(events.map(({ event, sourceId }) => [event.type, sourceId]));
  expect(sources).toMatchObject({
    'case.begin': 'person',
    'case.numbered': 'service',
    recorded: 'person',
    statusRequest: 'person',
    'timer.fire': 'timer',
    'case.cancel': 'person',
  });
});

test('each step that was taken is told by its ids, and a case that ended says so', async () => {
  const snapshots = ofType(await rowsOf(worked), '@xstate.snapshot');
  const recorded = snapshots.find(({ event }) => event.type === 'recorded');
  expect(recorded?.microsteps).toEqual([{ event: 'recorded', transitions: [{ source: 'recording', target: ['examining'] }] }]);
  expect(snapshots.map(({ snapshot }) => snapshot.status).slice(-2)).toEqual(['active', 'stopped']);
});

test('events and context carry names of fields with their kinds', async () => {
  const snapshots = ofType(await rowsOf(worked), '@xstate.snapshot');
  const recorded = snapshots.find(({ event }) => event.type === 'recorded');
  expect(recorded?.event).toMatchObject({
    type: 'recorded',
    values: { description: 'string', severity: 'integer', safetyImplication: 'boolean' },
  });
  expect(recorded?.snapshot.context).toMatchObject({ description: 'string', severity: 'integer', contact: 'string' });
  expect(snapshots.at(-1)?.event).toEqual({ type: 'case.cancel', reason: 'string' });
});

test('no value of the case occurs in any answer: no answer, reason, note, name or address', async () => {
  const documents = await sweep(server.running.store.contents.find({ caseId: worked }), 'verify').lean<ContentsDocument[]>();
  const said = new Set(documents.flatMap(({ text }) => textsIn(JSON.parse(text))));
  for (const text of typed) expect(said).toContain(text);
  const people = ['Ada Nowak', 'ada@example.org', 'Jadwiga Wrona', ...Object.values(await idsOfPeople())];
  const rows = await rowsOf(worked);
  const whole = JSON.stringify(rows);
  // The machine of the procedure is everybody's, and its words (`phone`, `upheld`) may be somebody's answers too.
  const told = rows.map((row) => JSON.stringify(row.type === '@xstate.actor' ? { ...row, definition: '' } : row));
  const ids = new Set([...(await idsOfProcedure()), worked]);
  const leaked = [...said, ...people].filter((text) => text.length > 3 && !ids.has(text) && told.some((row) => row.includes(text)));
  expect(leaked).toEqual([]);
  for (const text of typed) expect(whole).not.toContain(text);
});

/** What people typed into the case and nothing else says. */
const typed = ['Kettle exploded at noon', 'call on tape nineteen', 'entered twice by accident', 'jan@example.org', 'It came on Friday'];
/** Every text inside, however deep. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
/** Words that the procedure itself gives to its steps, events and fields may be told. */
const idsOfProcedure = async (): Promise<readonly string[]> => [
  ...Object.keys(starter?.machine.states ?? {}),
  ...Object.keys(starter?.events ?? {}),
  ...Object.keys(starter?.data ?? {}),
];
const idsOfPeople = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await admin.get('/people')).body.rows.map(({ id, name }: { id: string; name: string }) => [name, id]));

test('whoever may not read the case learns nothing of it: another organisation, and the person it is about', async () => {
  const foreign = await founded(server, { name: 'Blue Bank', email: 'bea@example.org', first: false, handles: true });
  expect(await foreign.get(`/cases/${worked}/inspection`)).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
  const roles = [{ definition: 'starter', roles: ['handler'] }];
  const sam = await staff(server, admin, { name: 'Sam', rights: ['handler', 'team-lead', 'compliance'], assignments: roles });
  const about = await started();
  expect((await sam.browser.get(`/cases/${about}/inspection`)).status).toBe(200);
  await completes(about, 'recorded', { ...recording, aboutWhom: [sam.id] });
  expect(await sam.browser.get(`/cases/${about}/inspection`)).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
});

test('it is live by the hints of the case: each names a revision, and asking from the one before brings it', async () => {
  const id = await started();
  const ear: Ear = await listenAt(server.base, admin);
  await ear.join(`case:${id}`);
  const before = (await journalOf(id)).length;
  await completes(id, 'recorded', recording);
  const room = `case:${id}`;
  await until(() => ear.heard.some((one) => one.room === room && (one.hint.revision ?? 0) > before));
  ear.socket.disconnect();
  const heard = ear.heard.filter((one) => one.room === room).map(({ hint }) => hint.revision);
  expect(heard).toContain(before + 1);
  expect(ofType(await rowsOf(id, before), '@xstate.event')[0]).toMatchObject({ revision: before + 1, event: { type: 'recorded' } });
});

test('a case that another began is of the same family, and both tell each other apart from people', async () => {
  const beside = await TestServer.open(undefined, { switches: ['inspection'] });
  try {
    const office = await ComplaintOffice.open(beside);
    const complaint = await office.rejectedComplaint();
    await office.does(complaint, ['reject', { as: 'Hugo', for: 'Ada', values: { objection: 'It was hail' } }]);
    const review = await office.child(complaint);
    const told = async (id: string): Promise<readonly WireEvent[]> => (await office.as('Hela').get(`/cases/${id}/inspection`)).body.rows;
    const [actor, begun] = await told(review);
    expect(actor).toMatchObject({ type: '@xstate.actor', name: 'escalation', sessionId: review, rootId: complaint, parentId: complaint });
    expect(begun).toMatchObject({ type: '@xstate.event', sourceId: 'case', event: { type: 'case.begin' } });
    await office.does(review, ['withdraw', { as: 'Hugo', for: 'Ada' }]);
    const done = ofType(await told(complaint), '@xstate.event').filter(({ event }) => event.type === 'invoke.done');
    expect(done.at(-1)).toMatchObject({
      sourceId: 'case',
      rootId: complaint,
      event: { step: 'string', instance: 'string', output: 'object' },
    });
    expect(JSON.stringify(await told(review))).not.toMatch(/hail|The roof/);
  } finally {
    await beside.close();
  }
}, 120_000);

test('without the switch there is no such way: no route, no word of it in the document, and the page is told', async () => {
  const plain = await TestServer.open();
  try {
    const owner = await founded(plain, { name: 'Green Bank', email: 'ada@example.org', handles: true });
    const { id } = (await owner.post('/cases', newCase('2026-03-02T08:00:00Z'))).body;
    const asked = await fetch(`${plain.base}/api/v1/cases/${id}/inspection`, { headers: { Cookie: owner.cookie } });
    expect({ status: asked.status, body: await asked.json() }).toMatchObject({
      status: 404,
      body: { code: 'not-found', facts: { what: 'route' } },
    });
    const text = async (base: string) => (await fetch(`${base}/api/v1/openapi.json`)).text();
    expect(await text(plain.base)).not.toMatch(/inspect/i);
    expect(await text(server.base)).toMatch(/"\/cases\/\{case\}\/inspection"/);
    expect((await owner.get('/session')).body.switches).toEqual([]);
    expect((await admin.get('/session')).body.switches).toEqual(['inspection']);
  } finally {
    await plain.close();
  }
});
