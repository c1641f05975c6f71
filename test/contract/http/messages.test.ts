import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recording } from '../../complaint-answers.ts';
import type { Browser } from './browser.ts';
import { draftIn, drawing, enc, openWorld, starter, type World } from './play.ts';
import { TestServer } from './running-server.ts';
import { newCase, password, staff } from './world.ts';

let server: TestServer;
let world: World;
let admin: Browser;
beforeAll(async () => {
  server = await TestServer.open();
  world = await openWorld(server);
  admin = world.admin;
}, 60_000);
afterAll(() => server.close());

const started = async (): Promise<string> => (await admin.post('/cases', newCase(new Date(server.clock.now()).toISOString()))).body.id;
/** The complaint was not written down in time: the procedure tells its owner. */
const overdue = async (): Promise<string> => {
  const id = await started();
  await server.idle();
  const fired = await admin.post(`/cases/${id}/timers/${enc('recording.recordBy')}/firing`, { reason: 'to see it' });
  expect(fired.status).toBe(200);
  await server.idle();
  return id;
};

test('a letter to staff lies in the inbox of who holds the role, and is counted until it is read', async () => {
  const id = await overdue();
  const { number } = (await admin.get(`/cases/${id}`)).body;
  const inbox = (await admin.get('/inbox')).body;
  expect(inbox).toMatchObject({
    unread: 1,
    more: false,
    rows: [{ caseId: id, number, language: 'en', subject: expect.stringMatching(/./) }],
  });
  expect((await admin.post(`/inbox/${enc(inbox.rows[0].id)}/read`)).status).toBe(204);
  expect((await admin.get('/inbox?limit=1')).body).toMatchObject({
    unread: 0,
    rows: [{ readAt: new Date(server.clock.now()).toISOString() }],
  });
});

test('messages come newest first, page by page, each once', async () => {
  for (let n = 0; n < 3; n += 1) {
    server.clock.jumpTo(server.clock.now() + 60_000);
    await overdue();
  }
  const seen: { id: string; at: string }[] = [];
  let next: string | undefined;
  do {
    const page = (await admin.get(`/inbox?limit=2${next === undefined ? '' : `&after=${next}`}`)).body;
    expect(page.unread).toBe(3);
    seen.push(...page.rows);
    next = page.next;
  } while (next !== undefined);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(4);
  expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).sort((one, other) => (one < other ? 1 : -1)));
});

test('counting messages stops at 100', async () => {
  const many = await staff(server, admin, { name: 'Many' });
  const { id: organisation } = (await admin.get('/organisation')).body;
  const message = { organisation, person: many.id, caseId: 'none', letter: 'x', role: 'handler', language: 'en', subject: 'x', body: 'x' };
  await server.running.store.inbox.insertMany(
    Array.from({ length: 120 }, (_, n) => ({ ...message, _id: `many:${n}`, at: '2026-03-02T09:00:00.000Z', unread: true })),
  );
  expect((await many.browser.get('/inbox?limit=1')).body).toMatchObject({ unread: 100, more: true });
});

test('a message is read by its receiver alone', async () => {
  const [message] = (await admin.get('/inbox')).body.rows;
  const other = await staff(server, admin, { name: 'Other', rights: ['handler'] });
  expect((await other.browser.get('/inbox')).body).toEqual({ rows: [], more: false, unread: 0 });
  expect((await other.browser.post(`/inbox/${enc(message.id)}/read`)).status).toBe(404);
});

/** The starter, but its first deadline asks for an answer that nobody gave yet. */
const undecidable = async (): Promise<string> => {
  const document = structuredClone(drawing());
  const [row] = document.machine.states.recording.after.recordBy;
  document.machine.states.recording.after.recordBy = [{ ...row, guard: { type: 'if', params: { feel: 'severity > 2' } } }, row];
  const { path, headers } = await draftIn(world, 'approved', document);
  await world.owner.post(`${path}/publication`, undefined, headers);
  return document.id;
};

test('a deadline that could not be decided is told by its title, with what its condition asked for', async () => {
  const definition = await undecidable();
  const { id } = (await admin.post('/cases', newCase(new Date(server.clock.now()).toISOString(), { definition }))).body;
  await server.idle();
  await server.pass(3 * 24 * 3_600_000);
  await admin.post('/session', { email: 'ada@example.org', password });
  const failed = (await admin.get('/incidents')).body.rows.find((row: { caseId: string }) => row.caseId === id);
  expect(failed).toMatchObject({
    kind: 'timer',
    subject: starter.delays.recordBy.title,
    reason: 'feel-null',
    facts: { expression: 'severity > 2' },
  });
});

/** Letters are files here, and where their folder should be lies a file: none can be written. */
const letterThatFails = async (): Promise<string> => {
  const folder = join(server.home, 'letters');
  await rm(folder, { recursive: true, force: true });
  await writeFile(folder, '');
  const id = await started();
  await server.idle();
  const [task] = (await admin.post('/tasks/search', { case: id })).body.rows;
  await admin.post(`/tasks/${enc(task.id)}/completion`, { event: 'recorded', values: recording });
  for (let hours = 0; hours < 20; hours += 1) await server.pass(3_600_000);
  await admin.post('/session', { email: 'ada@example.org', password }); // The night ended the session.
  return id;
};

test('a failure is told with the case it is in, by the title that people know, and why', async () => {
  const id = await letterThatFails();
  const failed = (await admin.get('/incidents')).body.rows.find((row: { caseId: string }) => row.caseId === id);
  const view = (await admin.get(`/cases/${id}`)).body;
  expect(failed).toMatchObject({
    number: view.number,
    title: view.title,
    definitionTitle: view.definitionTitle,
    kind: 'effect',
    subject: starter.letters.acknowledgement.title,
    reason: 'not-reached',
    facts: { problem: expect.stringContaining('letters') },
  });
  expect(view.incidentList).toMatchObject([{ id: failed.id, subject: starter.letters.acknowledgement.title }]);
});

test('failures come where it failed last first, page by page, each once; what fails again comes first', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    ids.push(await started());
    await server.plantIncident(ids.at(-1) ?? '');
    server.clock.jumpTo(server.clock.now() + 60_000);
  }
  const [first = ''] = ids;
  await server.plantIncident(first, 'again');
  const seen: string[] = [];
  let next: string | undefined;
  do {
    const page = (await admin.get(`/incidents?limit=2${next === undefined ? '' : `&after=${next}`}`)).body;
    seen.push(...page.rows.map(({ caseId }: { caseId: string }) => caseId));
    next = page.next;
  } while (next !== undefined);
  expect(seen.filter((id) => ids.includes(id))).toEqual([first, first, ...ids.slice(1).reverse()]);
  for (const { id } of (await admin.get(`/cases/${first}`)).body.incidentList)
    await admin.post(`/cases/${first}/incidents/${id}/skip`, { reason: 'looked at' });
  // Which failure was skipped, by whom and why, is told by the journal.
  const skipped = (await admin.get(`/cases/${first}/timeline`)).body.rows.filter(
    ({ event }: { event: string }) => event === 'incident.skip',
  );
  expect(skipped).toHaveLength(2);
  expect(new Set(skipped.map(({ incident }: { incident: string }) => incident)).size).toBe(2);
  expect(skipped[0]).toMatchObject({ by: { name: 'Ada Nowak' }, reason: 'looked at', incident: expect.any(String) });
  const left = (await admin.get('/incidents')).body.rows.map(({ caseId }: { caseId: string }) => caseId);
  expect(left).not.toContain(first);
});

test('a task that its case has open can be read and done before its row is copied; one that is over tells so by its row', async () => {
  const id = await started();
  const [task] = (await admin.get(`/cases/${id}`)).body.tasks;
  const { id: organisation } = (await admin.get('/organisation')).body;
  await server.running.store.tasks.deleteOne({ organisation, _id: task.id }); // As if its copy had not come yet.
  const read = await admin.get(`/tasks/${enc(task.id)}`);
  expect(read.body).toMatchObject({ id: task.id, caseId: id, step: 'recording', mayClaim: true, form: expect.anything() });
  expect((await admin.post(`/tasks/${enc(task.id)}/completion`, { event: 'recorded', values: recording })).status).toBe(200);
  expect((await admin.get(`/tasks/${enc(task.id)}`)).body).toMatchObject({ id: task.id, state: 'done', mayClaim: false });
  expect((await admin.get(`/tasks/${enc(`${id}:nothing:1`)}`)).status).toBe(404);
});

test('who holds a role of a procedure that was retired still hears of its running cases', async () => {
  const owner = await staff(server, admin, { name: 'Otto', rights: ['process-owner'] });
  const id = await started();
  await server.idle();
  expect((await owner.browser.post('/definitions/starter/retirement', { why: 'Nobody uses it' })).status).toBe(204);
  expect((await admin.post(`/cases/${id}/timers/${enc('recording.recordBy')}/firing`, { reason: 'to see it' })).status).toBe(200);
  await server.idle();
  expect((await admin.get('/inbox?limit=1')).body.rows).toMatchObject([{ caseId: id }]);
});
