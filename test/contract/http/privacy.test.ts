import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recording } from '../../complaint-answers.ts';
import type { Browser } from './browser.ts';
import { TestServer } from './running-server.ts';
import { complaint, founded, newCase, staff } from './world.ts';

let server: TestServer;
let admin: Browser;
let handler: { browser: Browser; id: string };
let lead: { browser: Browser; id: string };
let subject: { browser: Browser; id: string };
let compliance: { browser: Browser; id: string };
let open: string;
let about: string;

beforeAll(async () => {
  server = await TestServer.open(undefined, { switches: ['inspection'] });
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org' });
  const starter = (roles: string[]) => [{ definition: 'starter', roles }];
  handler = await staff(server, admin, { name: 'Hana', rights: ['handler'], assignments: starter(['handler']) });
  lead = await staff(server, admin, { name: 'Lena', rights: ['team-lead'] });
  subject = await staff(server, admin, {
    name: 'Sam',
    rights: ['handler', 'team-lead', 'compliance'],
    assignments: starter(['handler', 'processOwner']),
  });
  compliance = await staff(server, admin, { name: 'Cora', rights: ['compliance'] });
  open = (await handler.browser.post('/cases', newCase('2026-03-02T08:00:00Z'))).body.id;
  about = (await handler.browser.post('/cases', newCase('2026-03-02T08:00:00Z'))).body.id;
  const { rows } = (await handler.browser.post('/tasks/search', { case: about })).body;
  const done = await handler.browser.post(`/tasks/${encodeURIComponent(rows[0].id)}/completion`, {
    event: 'recorded',
    values: { ...recording, description: 'Sam shouted', aboutWhom: [subject.id] },
  });
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  await server.idle();
}, 30_000);
afterAll(() => server.close());

const fieldsOf = async (browser: Browser, id: string) =>
  (await browser.get(`/cases/${id}`)).body.fields.map((field: { field: string }) => field.field);

test('a person with the role sees name and contact; a team lead without it sees the case and how much is hidden', async () => {
  expect(await fieldsOf(handler.browser, open)).toEqual(expect.arrayContaining(['description', 'complainantName', 'contact']));
  const seen = (await lead.browser.get(`/cases/${open}`)).body;
  expect(seen.fields.map((field: { field: string }) => field.field)).not.toContain('complainantName');
  expect(seen.hidden).toBeGreaterThanOrEqual(2);
  expect(JSON.stringify(seen)).not.toMatch(/Jan Kowalski|jan@example\.org/);
});

test('nobody learns by a search, a timeline, an offer, a task or a letter what the case does not show', async () => {
  await server.idle();
  const [task] = (await lead.browser.post('/tasks/search', { case: open })).body.rows;
  const read = [
    await lead.browser.post('/cases/search', { text: 'kowalski' }),
    await lead.browser.get(`/cases/${open}/timeline`),
    await lead.browser.get(`/cases/${open}/offers`),
    await lead.browser.get(`/tasks/${encodeURIComponent(task.id)}`),
    await compliance.browser.get(`/cases/${about}/letters`),
    await compliance.browser.get(`/cases/${about}/timeline`),
    await lead.browser.get(`/cases/${open}/inspection`),
  ];
  for (const { status, body } of read) {
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toMatch(/Jan Kowalski|jan@example\.org|ada@example\.org/);
  }
  expect(read[0]?.body.rows).toEqual([]);
  expect((await handler.browser.post('/cases/search', { text: 'kowal' })).body.rows).toHaveLength(1);
});

test('the person complained about does not find the case, by no way and whatever the rights', async () => {
  expect((await subject.browser.get(`/cases/${open}`)).status).toBe(200);
  for (const path of ['', '/timeline', '/offers', '/letters', '/timers', '/explanation?clock=answer', '/inspection'])
    expect(await subject.browser.get(`/cases/${about}${path}`)).toMatchObject({ status: 404 });
  const found = (await subject.browser.post('/cases/search', {})).body.rows.map((row: { id: string }) => row.id);
  expect(found).toContain(open);
  expect(found).not.toContain(about);
  expect((await subject.browser.post('/cases/search', { text: 'shouted' })).body.rows).toEqual([]);
  expect(
    (await subject.browser.post('/tasks/search', { scope: 'all' })).body.rows.map((row: { caseId: string }) => row.caseId),
  ).not.toContain(about);
  const [task] = (await handler.browser.post('/tasks/search', { case: about })).body.rows;
  expect((await subject.browser.post(`/tasks/${encodeURIComponent(task.id)}/claim`, {})).status).toBe(404);
  expect((await subject.browser.post(`/cases/${about}/cancellation`, { reason: 'hide it' })).status).toBe(404);
});

test('pages of a list skip what the reader may not see without losing what follows', async () => {
  for (let more = 0; more < 5; more += 1) await handler.browser.post('/cases', newCase('2026-03-02T08:00:00Z'));
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = (await subject.browser.post('/cases/search', { limit: 2, sort: 'received', ...(after ? { after } : {}) })).body;
    seen.push(...page.rows.map((row: { id: string }) => row.id));
    expect(page.rows.length).toBeLessThanOrEqual(2);
    after = page.next;
  } while (after);
  expect(seen).toHaveLength(6);
  expect(new Set(seen).size).toBe(6);
  expect(seen).not.toContain(about);
});

test("only for people outside who do not sign in, and only with a case worker's right, may somebody record", async () => {
  const jan = (await handler.browser.post('/people/outside', { name: 'Jan', party: 'complainant' })).body.person.id;
  const record = (browser: Browser, onBehalfOf: string) => browser.post(`/cases/${open}/events`, { event: 'statusRequest', onBehalfOf });
  expect((await record(handler.browser, jan)).status).toBe(200);
  expect(await record(handler.browser, lead.id)).toMatchObject({
    status: 403,
    body: { code: 'on-behalf-not-allowed', facts: { because: 'party' } },
  });
  expect(await record(handler.browser, 'nobody')).toMatchObject({ status: 404 });
  const roleOnly = await staff(server, admin, { name: 'Rolf', assignments: [{ definition: 'starter', roles: ['handler'] }] });
  expect(await record(roleOnly.browser, jan)).toMatchObject({ status: 403, body: { facts: { because: 'right' } } });
  const provider = (await handler.browser.post('/people/outside', { name: 'Firm', party: 'provider' })).body.person.id;
  expect(await record(handler.browser, provider)).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
});

test('a case may be started for a complainant by somebody who holds no role, and exclusions know both', async () => {
  const jan = (await handler.browser.post('/people/outside', { name: 'Jan', party: 'complainant' })).body.person.id;
  expect(await lead.browser.post('/cases', newCase('2026-03-02T08:00:00Z'))).toMatchObject({
    status: 403,
    body: { code: 'not-permitted' },
  });
  const started = await lead.browser.post('/cases', newCase('2026-03-02T08:00:00Z', { onBehalfOf: jan, recorded: { evidence: 'call 3' } }));
  expect(started.status).toBe(201);
  const [line] = (await handler.browser.get(`/cases/${started.body.id}/timeline`)).body.rows;
  expect(line).toMatchObject({ by: { name: 'Lena' }, onBehalfOf: { name: 'Jan' }, recorded: { evidence: 'call 3' } });
});

test('roles nobody holds are told on the case', async () => {
  const { unheldRoles } = (await handler.browser.get(`/cases/${open}`)).body;
  expect(unheldRoles.map((one: { role: string }) => one.role)).toEqual(['topManagement']);
});

test('what people may send is fields of the form, nothing else', async () => {
  expect(await handler.browser.post('/cases', newCase('2026-03-02T08:00:00Z', { values: { ...complaint, severity: 4 } }))).toMatchObject({
    status: 422,
    body: { fields: [expect.objectContaining({ at: '/severity', keyword: 'additionalProperties' })] },
  });
  expect(await handler.browser.post('/cases', { ...newCase('2026-03-02T08:00:00Z'), status: 'ended' })).toMatchObject({ status: 400 });
});
