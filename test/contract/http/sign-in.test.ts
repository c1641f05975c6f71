import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sweep } from '../../../runtime-api/src/store/tenant.ts';
import type { Browser } from './browser.ts';
import { TestServer } from './running-server.ts';
import { founded, password, setUpWish, staff } from './world.ts';

let server: TestServer;
let admin: Browser;
const second = 1_000;
const minute = 60 * second;
beforeAll(async () => {
  server = await TestServer.open();
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org' });
}, 30_000);
afterAll(() => server.close());
const signIn = (email: string, word: string, organisation?: string) =>
  server.browser().post('/session', { email, password: word, ...(organisation ? { organisation } : {}) });
const step = (ms: number) => server.clock.jumpTo(server.clock.now() + ms);

test('after three wrong passwords the delay grows; the right one counts again when it is over', async () => {
  const { browser: _ } = await staff(server, admin, { name: 'Hana' });
  for (let wrong = 0; wrong < 3; wrong += 1) expect(await signIn('hana@example.org', 'not the password')).toMatchObject({ status: 401 });
  const early = await signIn('hana@example.org', password);
  expect(early).toMatchObject({ status: 429, body: { code: 'too-many-attempts', facts: { retryAfterSeconds: 1 } } });
  expect(early.headers.get('Retry-After')).toBe('1');
  step(1 * second);
  expect((await signIn('hana@example.org', 'wrong again')).status).toBe(401);
  expect((await signIn('hana@example.org', password)).body.facts.retryAfterSeconds).toBe(2);
  step(2 * second);
  expect((await signIn('hana@example.org', password)).status).toBe(200);
  expect((await signIn('hana@example.org', 'wrong')).status).toBe(401);
});

test('an unknown e-mail is answered as a known one is: same words, same delays', async () => {
  const answers: unknown[] = [];
  for (const email of ['nobody@example.org', 'ada@example.org']) {
    const seen: unknown[] = [];
    for (let wrong = 0; wrong < 5; wrong += 1) {
      const { status, body } = await signIn(email, 'not the password');
      seen.push([status, body.code, body.facts]);
    }
    answers.push(seen);
    step(10 * minute);
  }
  expect(answers[0]).toEqual(answers[1]);
});

test('a hundred guesses at once are few guesses', async () => {
  await staff(server, admin, { name: 'Target' });
  step(60 * minute);
  const answers = await Promise.all(Array.from({ length: 40 }, () => signIn('target@example.org', 'a guess or another')));
  expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
  expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
});

test('a session rests after half an hour and ends after twelve, however busy', async () => {
  step(60 * minute);
  const browser = server.browser();
  await browser.post('/session', { email: 'ada@example.org', password });
  step(29 * minute);
  expect((await browser.get('/session')).status).toBe(200);
  step(29 * minute);
  expect((await browser.get('/session')).status).toBe(200);
  step(31 * minute);
  expect((await browser.get('/session')).status).toBe(401);
  await browser.post('/session', { email: 'ada@example.org', password });
  for (let passed = 0; passed < 12 * 60 - 20; passed += 20) {
    step(20 * minute);
    expect((await browser.get('/session')).status).toBe(200);
  }
  step(20 * minute);
  expect((await browser.get('/session')).status).toBe(401);
  admin = server.browser();
  await admin.post('/session', { email: 'ada@example.org', password });
});

test('I see where I am signed in and end it from here', async () => {
  const other = server.browser();
  await other.ask({
    method: 'POST',
    path: '/session',
    body: { email: 'ada@example.org', password },
    headers: { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' },
  });
  const { rows } = (await admin.get('/sessions')).body;
  const theirs = rows.find((row: { device: string }) => row.device === 'Firefox 140, Linux');
  expect(rows.filter((row: { current: boolean }) => row.current)).toHaveLength(1);
  expect((await admin.delete(`/sessions/${theirs.id}`)).status).toBe(204);
  expect((await other.get('/session')).status).toBe(401);
});

test('a new password ends the other sessions, and the old one is worth nothing', async () => {
  const { browser } = await staff(server, admin, { name: 'Petra' });
  const other = server.browser();
  await other.post('/session', { email: 'petra@example.org', password });
  expect(await browser.post('/me/password', { current: 'not it', next: 'latarnia-most-zima-3' })).toMatchObject({
    status: 422,
    body: { code: 'password-wrong' },
  });
  expect((await browser.post('/me/password', { current: password, next: 'latarnia-most-zima-3' })).status).toBe(204);
  expect((await other.get('/session')).status).toBe(401);
  expect((await browser.get('/session')).status).toBe(200);
  expect((await signIn('petra@example.org', password)).status).toBe(401);
  expect((await signIn('petra@example.org', 'latarnia-most-zima-3')).status).toBe(200);
});

test('weak passwords are refused with the reason', async () => {
  const code = await server.organisationCode('Weak');
  const wish = setUpWish(code, 'Weak', 'w@example.org');
  const cases = [
    ['password12345', 'common'],
    ['aaaaaaaaaaaaaaa', 'repeats'],
    ['ada nowak 2026', 'personal'],
  ] as const;
  for (const [word, because] of cases)
    expect(await server.browser().post('/setup', { ...wish, person: { ...wish.person, password: word } })).toMatchObject({
      status: 422,
      body: { code: 'password-weak', facts: { because } },
    });
  expect(await server.browser().post('/setup', { ...wish, person: { ...wish.person, password: 'short' } })).toMatchObject({ status: 400 });
});

test('one person in two organisations says which, with one password for each', async () => {
  const blue = server.browser();
  const made = await blue.post('/setup', setUpWish(await server.organisationCode('Blue Bank'), 'Blue Bank', 'ada@example.org'));
  expect(made.status).toBe(200);
  const asked = await signIn('ada@example.org', password);
  expect(asked).toMatchObject({
    status: 409,
    body: {
      code: 'choose-organisation',
      facts: {
        organisations: expect.arrayContaining([
          { id: expect.any(String), name: 'Blue Bank' },
          { id: expect.any(String), name: 'Green Bank' },
        ]),
      },
    },
  });
  const chosen = asked.body.facts.organisations.find((one: { name: string }) => one.name === 'Blue Bank');
  expect((await signIn('ada@example.org', password, chosen.id)).body.organisation.name).toBe('Blue Bank');
});

test('a one-time code is typed as people type: small letters, no dashes, Persian digits', async () => {
  const added = await admin.post('/people', { name: 'Reza', email: 'reza@example.org', invite: true });
  const typed = added.body.invitation.code
    .toLowerCase()
    .replaceAll('-', ' ')
    .replace(/\d/g, (digit: string) => String.fromCodePoint(0x6f0 + Number(digit)));
  expect((await server.browser().post('/join/invitation', { code: typed })).body).toMatchObject({
    kind: 'person',
    name: 'Reza',
    organisationName: 'Green Bank',
  });
  const [one, other] = await Promise.all([
    server.browser().post('/join', { code: typed, password }),
    server.browser().post('/join', { code: typed, password }),
  ]);
  expect([one?.status, other?.status].sort()).toEqual([200, 422]);
});

test('no password and no code lies in the store or the log as it was typed', async () => {
  const { store } = server.running;
  const invited = await admin.post('/people', { name: 'Ina', email: 'ina@example.org', invite: true });
  const kept = await Promise.all(
    Object.values(store.connection.models).map((model) => sweep(model.find<object>({}), 'verify').lean<object[]>()),
  );
  const read = JSON.stringify([kept, server.logged]);
  expect(read.includes('ina@example.org')).toBe(true);
  for (const secret of [password, server.setUpCode(), invited.body.invitation.code]) {
    expect(secret.length).toBeGreaterThan(10);
    expect(read.includes(secret)).toBe(false);
  }
});

test('an invitation ends after a week, and a newer one ends it at once', async () => {
  const added = await admin.post('/people', { name: 'Late', email: 'late@example.org', invite: true });
  const again = await admin.post(`/people/${added.body.person.id}/invitation`);
  expect(await server.browser().post('/join', { code: added.body.invitation.code, password })).toMatchObject({
    status: 422,
    body: { code: 'code-not-valid' },
  });
  step(8 * 24 * 60 * minute);
  expect(await server.browser().post('/join', { code: again.body.code, password })).toMatchObject({ status: 422 });
});

test('codes cannot be guessed at speed', async () => {
  const answers = [];
  for (let guess = 0; guess < 14; guess += 1)
    answers.push((await server.browser().post('/join/invitation', { code: `GUESS-${guess}` })).status);
  expect(answers[0]).toBe(422);
  expect(answers.slice(-3)).toEqual([429, 429, 429]);
});
