import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recording } from '../../complaint-answers.ts';
import type { Browser } from './browser.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase, staff } from './world.ts';

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await TestServer.open();
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
}, 30_000);
afterAll(() => server.close());
const key = (word: string) => ({ 'Idempotency-Key': word });

test('sent twice, started once: the same key gets the same case', async () => {
  const wish = newCase('2026-03-02T08:00:00Z');
  const first = await admin.post('/cases', wish, key('start-1'));
  const again = await admin.post('/cases', wish, key('start-1'));
  expect(again.body).toMatchObject({ id: first.body.id, number: first.body.number });
  expect(await admin.post('/cases', newCase('2026-03-02T08:30:00Z'), key('start-1'))).toMatchObject({
    status: 409,
    body: { code: 'key-reused' },
  });
  const many = await Promise.all(Array.from({ length: 8 }, () => admin.post('/cases', wish, key('start-many'))));
  expect(new Set(many.map(({ body }) => body.id)).size).toBe(1);
});

test('the same key of another caller, or on another route, is another request', async () => {
  const other = await staff(server, admin, {
    name: 'Hana',
    rights: ['handler'],
    assignments: [{ definition: 'starter', roles: ['handler'] }],
  });
  const wish = newCase('2026-03-02T08:00:00Z');
  const mine = await admin.post('/cases', wish, key('shared'));
  const theirs = await other.browser.post('/cases', wish, key('shared'));
  expect(theirs.status).toBe(201);
  expect(theirs.body.id).not.toBe(mine.body.id);
  expect((await admin.post('/people', { name: 'Shared' }, key('shared'))).status).toBe(201);
});

test('a task is completed once, however often the button was pressed', async () => {
  const { id } = (await admin.post('/cases', newCase('2026-03-02T08:00:00Z'))).body;
  const [task] = (await admin.post('/tasks/search', { case: id })).body.rows;
  const press = () =>
    admin.post(`/tasks/${encodeURIComponent(task.id)}/completion`, { event: 'recorded', values: recording }, key('press-1'));
  const answers = await Promise.all([press(), press(), press()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(answers.map(({ body }) => body.revision)).size).toBe(1);
  const lines = (await admin.get(`/cases/${id}/timeline`)).body.rows.filter((line: { event: string }) => line.event === 'recorded');
  expect(lines).toHaveLength(1);
});

test('a repeat of what is shown once gets the answer without it', async () => {
  const wish = { name: 'script', rights: ['handler'], scope: ['read'], days: 3 };
  const first = await admin.post('/tokens', wish, key('token-1'));
  expect(first.body.token).toMatch(/^rdr_/);
  const program = await fetch(`${server.base}/api/v1/tokens`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: admin.cookie, 'X-CSRF-Token': admin.csrf, ...key('token-1') },
    body: JSON.stringify(wish),
  });
  expect(program.headers.get('Idempotency-Replayed')).toBe('true');
  expect(await program.json()).toEqual({ row: first.body.row });
  expect((await admin.get('/tokens')).body.rows).toHaveLength(1);
});

test('a refused request leaves its key free', async () => {
  expect((await admin.post('/people', { name: 'X', assignments: [{ definition: 'none', roles: ['x'] }] }, key('free-1'))).status).toBe(422);
  expect((await admin.post('/people', { name: 'X' }, key('free-1'))).status).toBe(201);
});

test('a business key is used once in an organisation', async () => {
  const wish = newCase('2026-03-02T08:00:00Z', { businessKey: 'CRM-7' });
  const first = await admin.post('/cases', wish);
  expect(await admin.post('/cases', wish)).toMatchObject({
    status: 409,
    body: { code: 'business-key-used', facts: { caseId: first.body.id } },
  });
});

test('a token reads and works within its scope, never publishes or invites, and ends', async () => {
  const me = (await admin.get('/session')).body.person.id;
  const made = (await admin.post('/tokens', { name: 'mine', person: me, scope: ['read', 'start'], days: 2 })).body;
  const program = server.browser();
  program.token = made.token;
  expect((await program.post('/cases/search', {})).status).toBe(200);
  const started = await program.post('/cases', newCase('2026-03-02T08:00:00Z'));
  expect(started.status).toBe(201);
  const [task] = (await program.post('/tasks/search', { case: started.body.id })).body.rows;
  expect(await program.post(`/tasks/${encodeURIComponent(task.id)}/claim`, {})).toMatchObject({
    status: 403,
    body: { code: 'token-scope-missing' },
  });
  for (const [method, path, body] of [
    ['POST', '/people', { name: 'X' }],
    ['POST', '/tokens', { name: 'X', scope: ['read'], days: 1 }],
    ['PUT', '/me/handling', { handlesComplaints: false }],
    ['PATCH', '/organisation', { contact: 'x' }],
  ] as const) {
    expect(await program.ask({ method, path, body })).toMatchObject({ status: 403, body: { code: 'token-scope-missing' } });
  }
  server.clock.jumpTo(server.clock.now() + 2 * 86_400_000);
  expect((await program.post('/cases/search', {})).status).toBe(401);
  await admin.post('/session', { email: 'ada@example.org', password: 'korek-lampa-rzeka-7' });
});

test('no scope reaches approving, publishing, retiring, people, rights, tokens or settings', async () => {
  const lastWords = [
    'approveDefinition',
    'publishDefinition',
    'retireDefinition',
    'submitDefinition',
    'editDefinition',
    'changeOrganisation',
    'chooseHandling',
    'addPerson',
    'changePerson',
    'invitePerson',
    'disablePerson',
    'enablePerson',
    'makeToken',
    'revokeToken',
    'changeCalendar',
    'changeMyPassword',
    'endSession',
    'signOut',
  ] as const;
  const { scopeAllows } = await import('../../../runtime-api/src/http/operations.ts');
  for (const operation of lastWords)
    expect({ operation, allowed: scopeAllows(['read', 'work', 'start'], operation) }).toEqual({ operation, allowed: false });
});

test('a service acts by its rights, holds no role, and its name stands in the journal', async () => {
  const made = (await admin.post('/tokens', { name: 'web form', rights: ['handler'], scope: ['read', 'start', 'work'], days: 20 })).body;
  const service = server.browser();
  service.token = made.token;
  expect(await service.post('/cases', newCase('2026-03-02T08:00:00Z'))).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
  const jan = (await service.post('/people/outside', { name: 'Jan', party: 'complainant' })).body.person.id;
  const started = await service.post('/cases', newCase('2026-03-02T08:00:00Z', { onBehalfOf: jan }));
  expect(started.status).toBe(201);
  expect((await service.get(`/cases/${started.body.id}/timeline`)).body.rows[0]).toMatchObject({
    service: 'web form',
    onBehalfOf: { name: 'Jan' },
  });
  expect((await service.get('/session')).status).toBe(404);
});

test('a web form needs no more than to start: it writes down who complains, hands the complaint over, and reads nothing', async () => {
  const made = (await admin.post('/tokens', { name: 'public form', rights: ['handler'], scope: ['start'], days: 20 })).body;
  const form = server.browser();
  form.token = made.token;
  const jan = (await form.post('/people/outside', { name: 'Jan', party: 'complainant' })).body.person.id;
  const started = await form.post('/cases', newCase('2026-03-02T08:00:00Z', { onBehalfOf: jan }));
  expect(started).toMatchObject({ status: 201, body: { number: expect.any(String) } });
  expect((await form.get(`/cases/${started.body.id}`)).body.code).toBe('token-scope-missing');
});

test('a token for somebody else cannot be made, nor one that may administer', async () => {
  const { id } = await staff(server, admin, { name: 'Else' });
  expect(await admin.post('/tokens', { name: 'x', person: id, scope: ['read'], days: 1 })).toMatchObject({
    status: 403,
    body: { code: 'token-too-wide' },
  });
  expect(await admin.post('/tokens', { name: 'x', rights: ['administrator'], scope: ['read'], days: 1 })).toMatchObject({ status: 403 });
  const forged = server.browser();
  forged.token = 'rdr_x.y';
  expect((await forged.get('/session')).status).toBe(401);
});

test('two claim one task at once: one has it, the other hears who', async () => {
  const other = await staff(server, admin, {
    name: 'Second',
    rights: ['handler'],
    assignments: [{ definition: 'starter', roles: ['handler'] }],
  });
  const { id } = (await admin.post('/cases', newCase('2026-03-02T08:00:00Z'))).body;
  const [task] = (await admin.post('/tasks/search', { case: id })).body.rows;
  const path = `/tasks/${encodeURIComponent(task.id)}/claim`;
  const answers = await Promise.all([admin.post(path, {}), other.browser.post(path, {})]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const lost = answers.find(({ status }) => status === 409);
  expect(lost?.body).toMatchObject({ code: 'task-claimed', facts: { person: { name: expect.any(String) } } });

  // Whoever leads gives it to one of them: the timeline says to whom.
  await admin.post(`/tasks/${encodeURIComponent(task.id)}/assignment`, { person: other.id });
  const { rows } = (await admin.get(`/cases/${id}/timeline`)).body;
  expect(rows.find(({ event }: { event: string }) => event === 'task.assign')).toMatchObject({ given: { id: other.id, name: 'Second' } });
});
