import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decision, examination, recording } from '../../complaint-answers.ts';
import type { Browser } from './browser.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase, password } from './world.ts';

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await TestServer.open();
});
afterAll(() => server.close());

test('somebody types the set-up code and has an organisation, a calendar of the country, and procedures in force', async () => {
  expect((await server.browser().get('/setup')).body).toEqual({ needed: true });
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org' });
  expect((await admin.get('/setup')).body).toEqual({ needed: false });
  const calendar = (await admin.get('/calendars/organisation')).body;
  expect(calendar.timeZone).toBe('Europe/Warsaw');
  expect(calendar.holidays).toContainEqual({ date: '2026-11-11', title: 'Independence Day' });
  expect(
    (await admin.get('/definitions')).body.rows.map((row: { id: string; shippedWith: string }) => [row.id, row.shippedWith]),
  ).toContainEqual(['starter', '0.1.0']);
});

test('the code opens nothing a second time', async () => {
  const again = await server.browser().post('/join/invitation', { code: server.setUpCode() });
  expect(again).toMatchObject({ status: 422, body: { code: 'code-not-valid' } });
});

test('the administrator reads no case and starts none, until she chooses to handle complaints too', async () => {
  expect(await admin.post('/cases', newCase('2026-03-02T08:00:00Z'))).toMatchObject({ status: 403, body: { code: 'right-missing' } });
  const chosen = await admin.put('/me/handling', { handlesComplaints: true });
  expect(chosen.body.person.rights).toEqual(['administrator', 'handler', 'team-lead']);
  expect((await admin.get('/people/log')).body.rows[0]).toMatchObject({ what: 'handling.taken', by: { name: 'Ada Nowak' } });
});

test('a complaint gets its number at once, and its task waits in the queue', async () => {
  const started = await admin.post('/cases', newCase('2026-03-02T08:00:00Z'));
  expect(started).toMatchObject({ status: 201, body: { number: '2026-000001' } });
  const found = await admin.post('/cases/search', { text: 'wash mach' });
  expect(found.body.rows).toEqual([
    expect.objectContaining({ number: '2026-000001', title: 'The washing machine leaks', status: 'active' }),
  ]);
  const queue = await admin.post('/tasks/search', { scope: 'queue' });
  expect(queue.body.rows).toEqual([expect.objectContaining({ step: 'recording', mayClaim: true, number: '2026-000001' })]);
});

test('she claims the task, ends it by its form, and the case moves on', async () => {
  const [task] = (await admin.post('/tasks/search', { scope: 'queue' })).body.rows;
  const id = encodeURIComponent(task.id);
  const claimed = await admin.post(`/tasks/${id}/claim`, {});
  expect(claimed.status).toBe(200);
  // Hers already: taking it again, with a key of its own, writes no second line.
  expect(await admin.post(`/tasks/${id}/claim`, {})).toMatchObject({ status: 200, body: claimed.body });
  const lines = (await admin.get(`/cases/${task.caseId}/timeline`)).body.rows;
  expect(lines.filter(({ event }: { event: string }) => event === 'task.claim')).toHaveLength(1);
  const open = await admin.get(`/tasks/${id}`);
  expect(open.body.form.values).toMatchObject({ description: 'The washing machine leaks', complainantName: 'Jan Kowalski' });
  expect(open.body.offers.map((offer: { event: string }) => offer.event)).toContain('recorded');
  const wrong = await admin.post(`/tasks/${id}/completion`, { event: 'recorded', values: { ...recording, severity: 9 } });
  expect(wrong).toMatchObject({ status: 422, body: { code: 'form-invalid', fields: [expect.objectContaining({ at: '/severity' })] } });
  const done = await admin.post(`/tasks/${id}/completion`, { event: 'recorded', values: recording });
  expect(done).toMatchObject({
    status: 200,
    body: { steps: [expect.objectContaining({ title: expect.objectContaining({ en: expect.any(String) }) })] },
  });
  const late = await admin.post(`/tasks/${id}/completion`, { event: 'recorded', values: recording });
  expect(late).toMatchObject({ status: 409, body: { code: 'task-gone', facts: { person: { name: 'Ada Nowak' } } } });
});

test('the confirmation was written, not sent: she downloads it and says that she sent it', async () => {
  await server.idle();
  const [row] = (await admin.post('/cases/search', {})).body.rows;
  const letters = (await admin.get(`/cases/${row.id}/letters`)).body.rows;
  expect(letters[0]).toMatchObject({ state: 'written', to: { address: 'ada@example.org' } });
  const path = `/cases/${row.id}/letters/${encodeURIComponent(letters[0].key)}`;
  const file = await admin.get(`${path}/file`);
  expect(file.body).toContain('ada@example.org');
  expect(file.headers.get('Content-Disposition')).toContain('2026-000001');
  expect(await admin.post(`${path}/sent`, { how: 'by post', at: '2026-03-01T08:59:00Z' })).toMatchObject({
    status: 422,
    body: { code: 'sent-at-impossible' },
  });
  const sent = await admin.post(`${path}/sent`, { how: 'by post', at: '2026-03-02T09:00:00Z' });
  expect(sent.body).toMatchObject({ state: 'sent', sent: { how: 'by post', by: { name: 'Ada Nowak' } } });
  expect(await admin.post(`${path}/sent`, { how: 'again', at: '2026-03-02T09:00:00Z' })).toMatchObject({
    status: 409,
    body: { code: 'letter-state' },
  });
  const noted = (await admin.get(`/cases/${row.id}/timeline`)).body.rows.filter((line: { event: string }) => line.event === 'letter.sent');
  expect(noted).toEqual([
    expect.objectContaining({
      by: expect.objectContaining({ name: 'Ada Nowak' }),
      sent: { title: letters[0].title, how: 'by post', at: '2026-03-02T09:00:00.000Z' },
    }),
  ]);
});

test('an event is recorded for the complainant, and the timeline names both', async () => {
  const [row] = (await admin.post('/cases/search', {})).body.rows;
  const jan = (await admin.post('/people/outside', { name: 'Jan Kowalski', party: 'complainant' })).body.person;
  const offers = (await admin.get(`/cases/${row.id}/offers`)).body.rows;
  expect(offers.find((offer: { event: string }) => offer.event === 'statusRequest')).toMatchObject({
    possible: true,
    onBehalf: true,
    by: ['complainant'],
  });
  expect(await admin.post(`/cases/${row.id}/events`, { event: 'statusRequest' })).toMatchObject({
    status: 403,
    body: { code: 'not-permitted' },
  });
  const ahead = { channel: 'phone', saidAt: '2026-03-03T08:30:00Z' };
  expect(await admin.post(`/cases/${row.id}/events`, { event: 'statusRequest', onBehalfOf: jan.id, recorded: ahead })).toMatchObject({
    status: 422,
    body: { code: 'said-in-future' },
  });
  const recorded = { channel: 'phone', saidAt: '2026-03-02T08:30:00Z', evidence: 'call 17' };
  expect((await admin.post(`/cases/${row.id}/events`, { event: 'statusRequest', onBehalfOf: jan.id, recorded })).status).toBe(200);
  const timeline = (await admin.get(`/cases/${row.id}/timeline`)).body.rows;
  expect(timeline.find((line: { event: string }) => line.event === 'statusRequest')).toMatchObject({
    by: { name: 'Ada Nowak' },
    onBehalfOf: { name: 'Jan Kowalski', party: 'complainant' },
    recorded,
  });
});

test('why a deadline falls when it does is told day by day', async () => {
  const [row] = (await admin.post('/cases/search', {})).body.rows;
  const view = (await admin.get(`/cases/${row.id}`)).body;
  const timer = view.timers.find((one: { id: string }) => !one.id.startsWith('clock.'));
  const told = (await admin.get(`/cases/${row.id}/explanation?timer=${encodeURIComponent(timer.id)}`)).body;
  expect(told.dueAt).toBe(timer.dueAt);
  expect(told.days.at(0).kind).toBe('start');
  expect(told.days.at(-1).kind).toBe('due');
});

test('a holiday more moves the open deadlines, and the answer says how many', async () => {
  const fresh = (await admin.post('/cases', newCase('2026-03-02T08:30:00Z'))).body.id;
  const before = await admin.get('/calendars/organisation');
  const { timeZone, week, holidays } = before.body;
  const next = {
    timeZone,
    week,
    holidays: [...holidays, ...['2026-03-03', '2026-03-04', '2026-03-05'].map((date) => ({ date, title: 'Closed' }))],
  };
  expect(await admin.put('/calendars/organisation', next)).toMatchObject({ status: 428, body: { code: 'revision-missing' } });
  const changed = await admin.put('/calendars/organisation', next, { 'If-Match': '"1"' });
  const branch = await admin.put('/calendars/branch', next, { 'If-Match': '"0"' });
  expect(branch).toMatchObject({ status: 200, body: { calendar: { id: 'branch', version: 1 }, replanned: { cases: 0 } } });
  expect(await admin.put('/calendars/branch', next, { 'If-Match': '"0"' })).toMatchObject({ status: 412 });
  // A procedure could not name it.
  expect(await admin.put('/calendars/night-desk', next, { 'If-Match': '"0"' })).toMatchObject({ status: 404 });
  expect((await admin.get('/calendars')).body.rows.map((row: { id: string }) => row.id)).toEqual(['branch', 'organisation']);
  const { person } = (await admin.get('/session')).body;
  expect(changed.body).toMatchObject({
    calendar: { version: 2, by: { id: person.id, name: person.name } },
    replanned: { cases: 1, deadlines: 1 },
  });
  const [due] = (await admin.post('/tasks/search', { case: fresh })).body.rows;
  expect(due.dueAt.slice(0, 10)).toBe('2026-03-06');
  await admin.post(`/cases/${fresh}/cancellation`, { reason: 'only to see the calendar' });
  expect(await admin.put('/calendars/organisation', next, { 'If-Match': '"1"' })).toMatchObject({
    status: 412,
    body: { facts: { revision: 2 } },
  });
});

test('the case is followed to its end', async () => {
  const [row] = (await admin.post('/cases/search', { status: ['active'] })).body.rows;
  const complete = async (step: string, event: string, values: object) => {
    const { rows } = (await admin.post('/tasks/search', { scope: 'all' })).body;
    const task = rows.find((one: { step: string }) => one.step === step);
    const done = await admin.post(`/tasks/${encodeURIComponent(task.id)}/completion`, { event, values });
    expect(done).toMatchObject({ status: 200 });
    await server.idle();
  };
  await complete('examining', 'examined', examination);
  await complete('deciding', 'decide', decision);
  const cancelled = await admin.post(`/cases/${row.id}/cancellation`, { reason: 'entered twice' });
  expect(cancelled.status).toBe(200);
  expect((await admin.get(`/cases/${row.id}`)).body).toMatchObject({ status: 'cancelled', tasks: [], timers: [] });
  expect((await admin.get('/statistics')).body.cases).toMatchObject({ active: { count: 0 }, cancelled: { count: 2, more: false } });
});

test('signing out ends the session at the server, not only in the browser', async () => {
  const stolen = server.browser();
  stolen.cookie = admin.cookie;
  expect((await stolen.get('/session')).status).toBe(200);
  expect((await admin.delete('/session')).status).toBe(204);
  expect((await stolen.get('/session')).status).toBe(401);
  const again = await admin.post('/session', { email: 'ADA@example.org ', password });
  expect(again.status).toBe(200);
});
