import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Browser, document } from './browser.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase, password } from './world.ts';

let server: TestServer;
let admin: Browser;
let id = '';
beforeAll(async () => {
  server = await TestServer.open();
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
  id = (await admin.post('/cases', newCase(new Date(server.clock.now()).toISOString()))).body.id;
  await server.idle();
}, 30_000);
afterAll(() => server.close());

interface Described {
  readonly operationId: string;
  readonly requestBody?: object;
  readonly parameters?: readonly { readonly name: string; readonly schema: { readonly pattern?: string } }[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}
const described = Object.entries<Record<string, Described>>(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

test('a key that is none is refused as documented, by operations that take no body too', async () => {
  const withKey = described.filter(({ operation }) => operation.parameters?.some(({ name }) => name === 'Idempotency-Key'));
  expect(withKey.length).toBeGreaterThan(40);
  const refused: string[] = [];
  for (const { path, method, operation } of withKey) {
    const pattern = operation.parameters?.find(({ name }) => name === 'Idempotency-Key')?.schema.pattern ?? '';
    expect('two words').not.toMatch(new RegExp(pattern));
    expect('b2f1-7').toMatch(new RegExp(pattern));
    expect([operation.operationId, operation.responses[400]?.description]).toEqual([
      operation.operationId,
      expect.stringContaining('request-invalid'),
    ]);
    if (operation.requestBody !== undefined || operation.operationId === 'signOut') continue;
    // The browser of these tests holds every answer against the document.
    const headers = { 'Idempotency-Key': 'two words', 'If-Match': '"1"' };
    const { status, body } = await admin.ask({ method, path: path.replace(/\{\w+\}/g, 'x'), headers });
    if (body.code === 'right-missing') continue;
    refused.push(operation.operationId);
    expect({ status, fields: body.fields }).toEqual({ status: 400, fields: [{ at: '/Idempotency-Key', keyword: 'pattern', facts: {} }] });
  }
  expect(refused).toEqual(
    expect.arrayContaining(['invitePerson', 'enablePerson', 'dropDraft', 'markInboxRead', 'revokeToken', 'endSession']),
  );
});

test.each([
  '2026-06-30T23:59:60Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+23:59',
  '9999-12-31T23:59:59-12:00',
  '2026-02-30T00:00:00Z',
])('%s is no instant, wherever one is asked for', async (at) => {
  const [timer] = (await admin.get(`/cases/${id}/timers`)).body.rows;
  const refused = { status: 400, body: { code: 'request-invalid' } };
  expect(await admin.post('/cases', { ...newCase('2026-03-02T08:00:00.000Z'), receivedAt: at })).toMatchObject(refused);
  expect(await admin.post('/cases', { ...newCase('2026-03-02T08:00:00.000Z'), recorded: { saidAt: at } })).toMatchObject(refused);
  expect(await admin.put(`/cases/${id}/timers/${timer.id}`, { dueAt: at, reason: 'later' })).toMatchObject(refused);
  expect(await admin.post(`/cases/${id}/letters/x/sent`, { how: 'post', at })).toMatchObject(refused);
  expect(await admin.post('/tasks/search', { dueBefore: at })).toMatchObject(refused);
});

test('blanks are nobody’s name', async () => {
  const blank = { status: 400, body: { fields: [{ at: '/name', keyword: 'pattern' }] } };
  expect(await admin.post('/people', { name: ' \u00a0\t' })).toMatchObject(blank);
  expect(await admin.post('/people/outside', { name: ' ', party: 'complainant' })).toMatchObject(blank);
  const { person } = (await admin.post('/people', { name: ' Ola Nowak ' })).body;
  expect(person.name).toBe('Ola Nowak');
  const headers = { 'If-Match': `"${person.revision}"` };
  expect(await admin.ask({ method: 'PATCH', path: `/people/${person.id}`, body: { name: '  ' }, headers })).toMatchObject(blank);
  expect((await admin.get(`/people/${person.id}`)).body.name).toBe('Ola Nowak');
});

test('what is shown once is documented as missing in the answer to a repeat', async () => {
  const { person } = (await admin.post('/people', { name: 'Iga', email: 'iga@example.org' })).body;
  const key = { 'Idempotency-Key': 'once-1' };
  for (const [path, body, name] of [
    [`/people/${person.id}/invitation`, undefined, 'code'],
    ['/tokens', { name: 'script', scope: ['read'], days: 1, rights: ['handler'] }, 'token'],
  ] as const) {
    const [first, again] = [await admin.post(path, body, key), await admin.post(path, body, key)]; // Both are held against the document.
    expect([first.status, first.body[name]]).toEqual([first.status, expect.any(String)]);
    expect([again.status, again.body[name]]).toEqual([first.status, undefined]);
  }
});

test('a foreign name in the address is a documented refusal of every operation', () => {
  for (const { operation } of described)
    expect([operation.operationId, operation.responses[403]?.description]).toEqual([
      operation.operationId,
      expect.stringContaining('host-foreign'),
    ]);
});

test('the served document names the cookie that signing in gives', async () => {
  const { port } = new URL(server.base);
  const cookies = await new Promise<readonly string[]>((done, failed) => {
    const body = JSON.stringify({ email: 'ada@example.org', password });
    const headers = { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) };
    request({ host: '127.0.0.1', port, method: 'POST', path: '/api/v1/session', headers }, (answer) => {
      answer.resume();
      done(answer.headers['set-cookie'] ?? []);
    })
      .on('error', failed)
      .end(body);
  });
  const { components } = await (await fetch(`${server.base}/api/v1/openapi.json`)).json();
  expect(cookies).toEqual([expect.stringMatching(new RegExp(`^${components.securitySchemes.session.name}=`))]);
});
