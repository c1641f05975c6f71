import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from './browser.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase, password } from './world.ts';

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await TestServer.open();
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
}, 30_000);
afterAll(() => server.close());

/** A request with any header at all: what a browser would not let a page send. */
const raw = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '',
): Promise<{ status: number; body: string; headers: Record<string, unknown> }> =>
  new Promise((done, failed) => {
    const { port } = new URL(server.base);
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { ...headers, ...(body === '' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }) },
      },
      (answer) => {
        let text = '';
        answer.on('data', (part: Buffer) => {
          text += part.toString();
        });
        answer.on('end', () => done({ status: answer.statusCode ?? 0, body: text, headers: answer.headers }));
      },
    );
    asked.on('error', failed);
    asked.end(body);
  });
const host = () => new URL(server.base).host;
const json = { 'Content-Type': 'application/json' };
const own = () => ({ Cookie: admin.cookie, 'X-CSRF-Token': admin.csrf, Host: host() });

test('a foreign name pointed at this machine opens nothing, not even the page', async () => {
  for (const path of ['/api/v1/setup', '/api/v1/session', '/', '/cases/1'])
    expect(await raw('GET', path, { Host: 'evil.example' })).toMatchObject({ status: 403 });
  expect(await raw('GET', '/healthz', { Host: '10.0.0.7:3000' })).toMatchObject({ status: 200 });
});

test('a page of another site changes nothing, though the browser sends the cookie', async () => {
  const body = JSON.stringify({ theme: 'dark' });
  expect(await raw('PATCH', '/api/v1/me', { ...own(), ...json, Origin: 'https://evil.example' }, body)).toMatchObject({ status: 403 });
  expect(await raw('PATCH', '/api/v1/me', { ...own(), ...json, Origin: 'null' }, body)).toMatchObject({ status: 403 });
  expect(await raw('PATCH', '/api/v1/me', { ...own(), ...json, 'Sec-Fetch-Site': 'cross-site' }, body)).toMatchObject({ status: 403 });
  expect(
    await raw('PATCH', '/api/v1/me', { ...own(), ...json, Origin: `http://${host()}`, 'Sec-Fetch-Site': 'same-origin' }, body),
  ).toMatchObject({ status: 200 });
  expect(
    await raw(
      'POST',
      '/api/v1/session',
      { ...json, Host: host(), Origin: 'https://evil.example' },
      JSON.stringify({ email: 'ada@example.org', password }),
    ),
  ).toMatchObject({ status: 403 });
});

test('without the token of its session a request changes nothing, with that of another neither', async () => {
  const body = JSON.stringify({ theme: 'light' });
  const { 'X-CSRF-Token': _, ...without } = own();
  expect(await raw('PATCH', '/api/v1/me', { ...without, ...json }, body)).toMatchObject({
    status: 403,
    body: expect.stringContaining('csrf-missing'),
  });
  const other = server.browser();
  await other.post('/session', { email: 'ada@example.org', password });
  expect(await raw('PATCH', '/api/v1/me', { ...without, ...json, 'X-CSRF-Token': other.csrf }, body)).toMatchObject({ status: 403 });
});

test('a form of plain text is no JSON', async () => {
  expect(await raw('PATCH', '/api/v1/me', { ...own(), 'Content-Type': 'text/plain' }, '{"theme":"dark"}')).toMatchObject({
    status: 400,
    body: expect.stringContaining('body-not-json'),
  });
  expect(await raw('PATCH', '/api/v1/me', { ...own(), ...json }, '{"theme":')).toMatchObject({ status: 400 });
  expect(await raw('PATCH', '/api/v1/me', { ...own(), ...json }, '"dark"')).toMatchObject({ status: 400 });
});

test('the cookie is out of reach for scripts and other sites, and planted twice it counts for nothing', async () => {
  const signedIn = await raw('POST', '/api/v1/session', { ...json, Host: host() }, JSON.stringify({ email: 'ada@example.org', password }));
  expect(String(signedIn.headers['set-cookie'])).toMatch(/^redress=[\w-]+\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(await raw('GET', '/api/v1/session', { Host: host(), Cookie: `redress=planted; ${admin.cookie}` })).toMatchObject({ status: 401 });
});

test('behind https the cookie is bound to the host', async () => {
  const secure = await TestServer.open('2026-03-02T09:00:00.000Z', { publicUrl: 'https://complaints.example.org' });
  try {
    const browser = secure.browser();
    const { organisation, person } = {
      organisation: {
        name: 'X',
        language: 'en',
        country: 'GB',
        timeZone: 'Europe/London',
        contact: 'c',
        externalBody: 'b',
        externalTimeLimit: 't',
      },
      person: { name: 'Ada', email: 'a@example.org', password },
    };
    const answered = await browser.post('/setup', { code: secure.setUpCode(), organisation, person });
    expect(answered.headers.get('Set-Cookie')).toMatch(/^__Host-redress=.*; Secure$/);
    expect(answered.headers.get('Strict-Transport-Security')).toContain('max-age=');
  } finally {
    await secure.close();
  }
}, 30_000);

test('answers about cases are kept by nobody on the way, and the page runs our scripts alone', async () => {
  const answered = await admin.post('/cases/search', {});
  expect(answered.headers.get('Cache-Control')).toBe('no-store');
  const policy = answered.headers.get('Content-Security-Policy') ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(answered.headers.get('X-Content-Type-Options')).toBe('nosniff');
});

test('a body that is too heavy is refused by the name of its limit', async () => {
  const heavy = await admin.post('/cases', newCase('2026-03-02T08:00:00Z', { values: { description: 'x'.repeat(70_000) } }));
  expect(heavy).toMatchObject({ status: 413, body: { code: 'body-too-large', facts: { limit: 'form', most: 65_536 } } });
  expect(await admin.patch('/me', { theme: 'dark', more: 'x'.repeat(20_000) })).toMatchObject({
    status: 413,
    body: { facts: { limit: 'request' } },
  });
});

test('names that mean something to a store or to JavaScript are no names here', async () => {
  const hostile = [
    '{"definition":"starter","channel":"phone","receivedAt":"2026-03-02T08:00:00Z","values":{"__proto__":{"admin":true}}}',
    '{"text":{"$ne":null}}',
    '{"text":"x","constructor":{"prototype":{}}}',
  ];
  for (const body of hostile) {
    const path = body.includes('definition') ? '/api/v1/cases' : '/api/v1/cases/search';
    expect(await raw('POST', path, { ...own(), ...json }, body)).toMatchObject({ status: 400 });
  }
  expect(await raw('POST', '/api/v1/session', { ...json, Host: host() }, '{"email":{"$gt":""},"password":{"$gt":""}}')).toMatchObject({
    status: 400,
  });
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
});

test('a hostile search pattern finds nothing and holds nobody up', async () => {
  const before = performance.now();
  expect((await admin.post('/cases/search', { text: '(a+)+$ .* [' })).body.rows).toEqual([]);
  expect((await admin.get(`/people?search=${encodeURIComponent('(zz+)+$')}`)).body.rows).toEqual([]);
  expect(performance.now() - before).toBeLessThan(3_000);
});

test('an unknown way is 404, and what goes wrong inside is told without its inside', async () => {
  expect(await admin.get('/nothing/here')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(await raw('GET', '/api/v1/people/%E0%A4%A', own())).toMatchObject({ status: expect.any(Number) });
  const text = JSON.stringify(await admin.get('/cases/none'));
  expect(text).not.toMatch(/at .*\.ts:\d+/);
});

test('health, readiness and figures are there; no name and no case is in them', async () => {
  expect(JSON.parse((await raw('GET', '/readyz', { Host: host() })).body)).toMatchObject({
    status: 'ok',
    parts: { store: { ok: true }, clock: { ok: true }, timers: { ok: true }, settling: { ok: true }, effects: { ok: true } },
  });
  const key = { 'Idempotency-Key': 'begun-once' };
  const begun = await admin.post('/cases', newCase('2026-03-02T08:00:00Z'), key);
  expect(await admin.post('/cases', newCase('2026-03-02T08:00:00Z'), key)).toMatchObject({ body: { id: begun.body.id } });
  expect(await admin.post(`/cases/${begun.body.id}/events`, { event: 'nothing', values: {} })).toMatchObject({ status: 409 });
  const figures = (await raw('GET', '/metrics', { Host: host() })).body;
  const figure = (name: string) => Number(new RegExp(`^redress_${name} (\\S+)$`, 'm').exec(figures)?.[1]);
  // What changed the case is measured, once each; the repeat and the refusal are not.
  const changes = [...figures.matchAll(/^redress_transitions_total\{[^}]*\} (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
  expect(changes).toBeGreaterThan(0);
  expect(figure('transition_duration_seconds_count')).toBe(changes);
  expect(figures).not.toMatch(/Kowalski|example\.org|Green Bank/);
});

test('a window that is not built says so in words', async () => {
  expect(await raw('GET', '/cases/42', { Host: host() })).toMatchObject({ status: 503, body: expect.stringContaining('npm run prepare') });
});

test('no personal value is in the log', async () => {
  await admin.post(
    '/cases',
    newCase('2026-03-02T08:00:00Z', {
      values: { description: 'secretdescription', contact: 'hidden@example.org', complainantName: 'Hidden Name' },
    }),
  );
  const [row] = (await admin.post('/cases/search', { text: 'secretdescription' })).body.rows;
  await admin.get(`/cases/${row.id}`);
  const log = JSON.stringify(server.logged);
  expect(log).not.toMatch(/secretdescription|hidden@example\.org|Hidden Name/);
  expect(server.logged.find(({ message }) => message === 'personal fields were read')?.facts).toMatchObject({
    case: row.id,
    fields: expect.arrayContaining(['complainantName', 'contact']),
  });
});

test('under very many requests new cases wait outside first, and people go on with their tasks', async () => {
  const { port } = new URL(server.base);
  // Requests whose bodies never end: they are inside until they go away.
  const slow = Array.from({ length: 300 }, () => {
    const headers = { ...own(), ...json, Origin: server.base, 'Content-Length': '100' };
    const asked = request({ host: '127.0.0.1', port, method: 'POST', path: '/api/v1/tasks/search', headers, agent: false });
    asked.on('error', () => undefined).write('{');
    return asked;
  });
  const start = () => admin.post('/cases', newCase(new Date(server.clock.now() - 60_000).toISOString()));
  const until = async (status: number) => {
    for (let look = 0; look < 400; look++) {
      const answer = await start();
      if (answer.status === status) return answer;
    }
    return await start();
  };
  const refused = await until(503);
  expect(refused).toMatchObject({ status: 503, body: { code: 'crowded' } });
  expect(refused.headers.get('Retry-After')).toBe('1');
  expect(await admin.post('/tasks/search', {})).toMatchObject({ status: 200 });
  for (const asked of slow) asked.destroy();
  expect(await until(201)).toMatchObject({ status: 201 });
});
