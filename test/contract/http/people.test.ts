import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from './browser.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase, password, staff } from './world.ts';

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await TestServer.open();
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org' });
}, 30_000);
afterAll(() => server.close());
const match = (revision: number) => ({ 'If-Match': `"${revision}"` });

test('rights count at once, without signing in again', async () => {
  const hana = await staff(server, admin, { name: 'Hana' });
  expect((await hana.browser.post('/cases/search', {})).status).toBe(403);
  const { revision } = (await admin.get(`/people/${hana.id}`)).body;
  const changed = await admin.patch(`/people/${hana.id}`, { rights: ['handler'] }, match(revision));
  expect(changed.body).toMatchObject({ rights: ['handler'], revision: revision + 1 });
  expect((await hana.browser.post('/cases/search', {})).status).toBe(200);
});

test('two who edit at once: the second is told', async () => {
  const { id } = await staff(server, admin, { name: 'Twice' });
  const { revision } = (await admin.get(`/people/${id}`)).body;
  const answers = await Promise.all([
    admin.patch(`/people/${id}`, { name: 'One' }, match(revision)),
    admin.patch(`/people/${id}`, { name: 'Other' }, match(revision)),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('somebody shut out is out everywhere at once: session, token, invitation', async () => {
  const gone = await staff(server, admin, { name: 'Gone', rights: ['administrator'] });
  const made = await gone.browser.post('/tokens', { name: 'script', person: gone.id, scope: ['read'], days: 5 });
  const program = server.browser();
  program.token = made.body.token;
  expect((await program.get('/session')).status).toBe(200);
  const invitation = (await admin.post(`/people/${gone.id}/invitation`)).body.code;
  const { revision } = (await admin.get(`/people/${gone.id}`)).body;
  expect((await admin.post(`/people/${gone.id}/disabling`, undefined, match(revision))).body.signIn).toBe('disabled');
  expect((await gone.browser.get('/session')).status).toBe(401);
  expect((await program.get('/session')).status).toBe(401);
  expect((await server.browser().post('/join', { code: invitation, password })).status).toBe(422);
  expect((await server.browser().post('/session', { email: 'gone@example.org', password })).status).toBe(401);
  const back = await admin.post(`/people/${gone.id}/enabling`, undefined, match(revision + 1));
  expect(back.body.signIn).toBe('active');
  expect((await server.browser().post('/session', { email: 'gone@example.org', password })).status).toBe(200);
});

test('the last administrator cannot be lost', async () => {
  const lonely = await founded(server, { name: 'Small', email: 'small@example.org', first: false });
  const { id, revision } = (await lonely.get('/session')).body.person;
  expect(await lonely.post(`/people/${id}/disabling`, undefined, match(revision))).toMatchObject({
    status: 409,
    body: { code: 'last-administrator' },
  });
  expect(await lonely.patch(`/people/${id}`, { rights: [] }, match(revision))).toMatchObject({
    status: 409,
    body: { code: 'last-administrator' },
  });
});

test('one e-mail signs one person in; the change of an e-mail moves the way in', async () => {
  await staff(server, admin, { name: 'First', email: 'same@example.org' });
  expect(await admin.post('/people', { name: 'Second', email: 'SAME@example.org', invite: true })).toMatchObject({
    status: 409,
    body: { code: 'email-used' },
  });
  const moved = await staff(server, admin, { name: 'Moved' });
  const { revision } = (await admin.get(`/people/${moved.id}`)).body;
  await admin.patch(`/people/${moved.id}`, { email: 'new@example.org' }, match(revision));
  expect((await server.browser().post('/session', { email: 'moved@example.org', password })).status).toBe(401);
  expect((await server.browser().post('/session', { email: 'new@example.org', password })).status).toBe(200);
});

test('two invitations for one e-mail at the same time: one holds', async () => {
  const answers = await Promise.all(['A', 'B'].map((name) => admin.post('/people', { name, email: 'race@example.org', invite: true })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test('roles that nobody can hold and procedures that are not there are refused', async () => {
  for (const [definition, role] of [
    ['starter', 'subject'],
    ['starter', 'constructor'],
    ['nothing', 'handler'],
  ] as const) {
    expect(await admin.post('/people', { name: 'X', assignments: [{ definition, roles: [role] }] })).toMatchObject({
      status: 422,
      body: { code: 'role-unknown', facts: { definition } },
    });
  }
});

test('people outside hold no rights and get no invitation', async () => {
  expect(await admin.post('/people', { name: 'Out', party: 'provider', rights: ['handler'] })).toMatchObject({
    status: 422,
    body: { code: 'staff-only' },
  });
  const out = (await admin.post('/people', { name: 'Out', party: 'provider', email: 'out@example.org' })).body.person;
  expect(await admin.post(`/people/${out.id}/invitation`)).toMatchObject({ status: 422, body: { code: 'staff-only' } });
});

test('names are found as people type them, a page at a time', async () => {
  for (const name of ['Łukasz Żółć', 'علی کاظمی', 'Zofia Łuk']) await admin.post('/people', { name, party: 'complainant' });
  const found = async (search: string) =>
    (await admin.get(`/people/names?search=${encodeURIComponent(search)}`)).body.rows.map((row: { name: string }) => row.name);
  expect(await found('luk')).toEqual(['Zofia Łuk', 'Łukasz Żółć']);
  expect(await found('علي ك')).toEqual(['علی کاظمی']);
  const first = (await admin.get('/people/names?search=luk&limit=1')).body;
  expect(first).toMatchObject({ rows: [{ name: 'Zofia Łuk' }], more: true });
  expect((await admin.get(`/people/names?search=luk&limit=1&after=${first.next}`)).body).toMatchObject({
    rows: [{ name: 'Łukasz Żółć' }],
    more: false,
  });
});

test('every change is in the register of people, with who did it and without secrets', async () => {
  const log = (await admin.get('/people/log?limit=100')).body.rows;
  const words = new Set(log.map((line: { what: string }) => line.what));
  for (const what of [
    'organisation.set-up',
    'person.created',
    'person.invited',
    'person.joined',
    'person.changed',
    'person.disabled',
    'person.enabled',
    'token.created',
  ])
    expect(words).toContain(what);
  expect(
    log.find((line: { what: string; facts: { rights?: object } }) => line.what === 'person.changed' && line.facts.rights),
  ).toMatchObject({ by: { name: 'Ada Nowak' }, facts: { rights: { before: [], after: ['handler'] } } });
  expect(JSON.stringify(log)).not.toMatch(/korek-lampa|[0-9A-Z]{5}-[0-9A-Z]{5}-/);
});

test('the choice "I handle complaints here too" can be withdrawn, and takes its rights along', async () => {
  await admin.put('/me/handling', { handlesComplaints: true });
  expect((await admin.post('/cases', newCase('2026-03-02T08:00:00Z'))).status).toBe(201);
  const without = await admin.put('/me/handling', { handlesComplaints: false });
  expect(without.body.person.rights).toEqual(['administrator']);
  expect((await admin.post('/cases/search', {})).status).toBe(403);
});
